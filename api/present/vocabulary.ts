import { CLOSURE_WORDS } from '../../calendar/index.ts';
import type { AllowedAct, EventData, EventType, Light, LineState } from '../../cases/index.ts';
import { PROGRESS } from '../../procedures/progress.ts';
import { JURISDICTIONS } from '../../procedures/regulations.ts';
import { ROLES } from '../../procedures/roles.ts';
import { type Kind, THINGS } from '../../procedures/things.ts';
import {
  FAMILY_WORDS,
  GROUND_WORDS,
  KIND_WORDS,
  REGISTER_OP_WORDS,
  SHARE_CLASS_WORDS,
  UNIT_WORDS,
} from '../../procedures/words.ts';
import type { AlarmKind, Finding } from '../../store/index.ts';
import { KINDS_OF_NOTICE } from '../notify/wording.ts';
import { REGISTERS } from '../registers/titles.ts';
import { CODE_WORDS } from './code-words.ts';

/** Labels of the buttons that `allowedActions` calls for. */
const ACT_WORDS: Record<AllowedAct['act'], string> = {
  decide: '办理',
  withdraw: '撤回',
  urge: '催办',
  supplement: '补正',
  transfer: '转办',
  'request-supplement': '要求补正',
  pause: '中止计时',
  resume: '恢复计时',
  extend: '延长期限',
  'set-limit': '另定期限',
  return: '退回',
  'ask-opinion': '征求意见',
  'give-opinion': '答复意见',
  'change-level': '调整等级',
  'take-command': '接管现场指挥',
  'correct-arrival': '更正收到时间',
  terminate: '终止',
  reopen: '重新办理',
  dispute: '提请争议协调',
  comment: '留言',
  copy: '抄送',
  'mark-read': '标为已阅',
  link: '关联办件',
};

/** Labels of what a line of the register of grants offers (`allowedActions` of the line). */
const GRANT_ACT_WORDS = {
  suspend: '暂停授权',
  resume: '恢复授权',
  revoke: '撤销授权',
  uses: '登记使用',
} as const;
export type GrantAct = keyof typeof GRANT_ACT_WORDS;

const EVENT_WORDS: Record<EventType, string> = {
  Submitted: '提交',
  TaskOpened: '转入环节',
  TaskCancelled: '任务取消',
  Decided: '作出决定',
  StageSettled: '环节办结',
  DeemedAccepted: '视为受理',
  Transferred: '转办',
  ClockStarted: '期限起算',
  ClockWarned: '即将到期',
  ClockMissed: '超过期限',
  ClockMissRevoked: '更正：未超期',
  ClockStopped: '期限停止',
  ClockPaused: '中止计时',
  ClockResumed: '恢复计时',
  ClockExtended: '延长期限',
  DeadlineMoved: '期限变动',
  LevelChanged: '调整等级',
  CommandTaken: '接管现场指挥',
  ArrivalCorrected: '更正收到时间',
  Escalated: '超期上报',
  SupplementRequested: '要求补正',
  Supplemented: '补正',
  Returned: '退回',
  CaseReopened: '重新办理',
  ChildOpened: '另案办理',
  ChildSettled: '另案办结',
  ParentEnded: '所由提请的案件已办结',
  OpinionAsked: '征求意见',
  OpinionGiven: '答复意见',
  Commented: '留言',
  Copied: '抄送',
  CopyRead: '已阅',
  Linked: '关联办件',
  RegisterChanged: '台账变动',
  GrantUsed: '使用登记',
  Urged: '催办',
  CaseClosed: '办结',
};

/** Why ends were counted anew. */
const WHY_WORDS: Record<EventData['DeadlineMoved']['why'], string> = {
  calendar: '工作日历发布',
  arrival: '更正收到时间',
  'limit-set': '另定期限',
  level: '调整等级',
  supplement: '补正改变了案情',
  decision: '决定改变了案情',
};

const LINE_WORDS: Record<LineState | 'expired', string> = {
  open: '有效',
  marked: '已标注',
  suspended: '已暂停',
  expired: '已到期',
  closed: '已注销',
};
/** What a state means of a kind of thing, by `thing.state`, where it means more than `LINE_WORDS` say. */
const THING_STATE_WORDS = Object.fromEntries(
  Object.entries<Kind>(THINGS).flatMap(([thing, { states = {} }]) =>
    Object.entries(states).map(([state, word]) => [`${thing}.${state}`, word]),
  ),
);
const FINDING_WORDS: Record<Finding, string> = {
  after_revocation: '授权撤销后使用',
  while_suspended: '授权暂停期间使用',
  after_end: '授权期满后使用',
  against_purpose: '超出授权用途使用',
};
const LIGHT_WORDS: Record<Light, string> = { green: '正常', yellow: '即将到期', red: '超期' };
const ALARM_WORDS: Record<AlarmKind, string> = {
  run_missing: '流程实例缺失',
  run_not_answering: '流程实例不应答',
  timer_missing_or_other: '计时器缺失或不一致',
  deadline_differs: '期限与台账不一致',
  calendar_behind: '日历版本落后',
  run_of_closed_case: '已办结案件仍有流程实例',
};

/** Every closed list of words that answers use, by the field it stands in. */
export const LISTS = {
  ...CODE_WORDS,
  jurisdictions: Object.fromEntries(Object.entries(JURISDICTIONS).map(([id, { title }]) => [id, title])),
  families: FAMILY_WORDS,
  roles: Object.fromEntries(Object.entries(ROLES).map(([id, { title }]) => [id, title])),
  acts: ACT_WORDS,
  grantActs: GRANT_ACT_WORDS,
  events: EVENT_WORDS,
  pauseGrounds: GROUND_WORDS,
  deadlineMoves: WHY_WORDS,
  limitKinds: KIND_WORDS,
  limitUnits: { ...UNIT_WORDS, date: '规定日期' },
  shareTypes: SHARE_CLASS_WORDS,
  registers: REGISTERS,
  registerOps: REGISTER_OP_WORDS,
  lineThings: Object.fromEntries(Object.entries(THINGS).map(([id, { called }]) => [id, called])),
  lineStates: LINE_WORDS,
  thingStates: THING_STATE_WORDS,
  lineProgress: PROGRESS,
  useFindings: FINDING_WORDS,
  findingFilters: { ...FINDING_WORDS, any: '任何一类' },
  noticeKinds: KINDS_OF_NOTICE,
  closureEffects: CLOSURE_WORDS,
  alarmKinds: ALARM_WORDS,
  caseStatuses: { open: '在办', closed: '已办结' },
  taskStates: { open: '待办', done: '已办', cancelled: '已取消' },
  clockStates: { running: '计时中', paused: '已中止', met: '按期', missed: '超期', cancelled: '已取消' },
  lights: LIGHT_WORDS,
} as const satisfies Record<string, Record<string, string>>;

export type Vocabulary = Record<keyof typeof LISTS, { id: string; title: string }[]>;

/** The lists as the API gives them, each in its own order. */
export const VOCABULARY = Object.fromEntries(
  Object.entries(LISTS).map(([name, words]) => [
    name,
    Object.entries(words).map(([id, title]) => ({ id, title })),
  ]),
) as Vocabulary;
