import type { RegisterId, ThingState } from './schema.ts';

/**
 * A kind of thing that lines of a register (台账) are about: what its name is called, among what no two have the same name, and what it
 * means that it stands so, where that is more than `STATE_WORDS` say.
 */
export type Kind = {
  register: RegisterId;
  called: string;
  unique: Among;
  states?: Partial<Record<ThingState, string>>;
};
export type Among = 'jurisdiction' | 'department';

/** What it means that a thing stands so, as far as its register knows. */
export const STATE_WORDS: Record<ThingState, string> = {
  absent: '不在台账中',
  open: '在册',
  marked: '已标注',
  suspended: '已暂停',
  closed: '已经注销',
};
const CUT_OFF = { suspended: '已封禁、断开或者隔离' };

/**
 * What is told apart how, in one place for all procedures that touch it: a later case finds the line of a thing by its name. `department`:
 * that of whoever files the case. Data grants and filings are not among them: each is what its own case made.
 */
export const THINGS = {
  resource: { register: 'resources', called: '目录编号', unique: 'jurisdiction' },
  dataset: { register: 'resources', called: '数据集名称', unique: 'jurisdiction' },
  connection: {
    register: 'connections',
    called: '接入网络或系统名称',
    unique: 'department',
    states: CUT_OFF,
  },
  'platform-system': {
    ...{ register: 'connections', called: '接入平台的系统名称', unique: 'jurisdiction' },
    states: CUT_OFF,
  },
  device: { register: 'connections', called: '设备名称与编号', unique: 'department' },
  'office-account': { register: 'accounts', called: '协同办公系统账号', unique: 'jurisdiction' },
  'service-account': { register: 'accounts', called: '政务服务系统账号', unique: 'jurisdiction' },
  'platform-account': { register: 'accounts', called: '共享交换平台账号', unique: 'jurisdiction' },
  seal: {
    ...{ register: 'seals', called: '印章编号', unique: 'jurisdiction' },
    states: { marked: '正在代管', suspended: '已暂停使用' },
  },
  'seal-system': { register: 'seals', called: '电子印章系统', unique: 'department' },
  licence: {
    ...{ register: 'licences', called: '电子证照编号', unique: 'jurisdiction' },
    states: { open: '没有挂失或者暂扣', marked: '有异议，没有挂失或者暂扣', suspended: '已挂失或者暂扣' },
  },
  'licence-kind': { register: 'licences', called: '证照名称或标识', unique: 'jurisdiction' },
  document: {
    ...{ register: 'documents', called: '文号', unique: 'jurisdiction' },
    states: { open: '已签发，尚未盖章', marked: '已盖章', suspended: '正在重新审批', closed: '已撤销签发' },
  },
  // 收文: each unit registers what it receives, so one number of a higher authority has as many lines as receivers.
  'incoming-document': {
    ...{ register: 'documents', called: '来文文号', unique: 'department' },
    states: { open: '已签收，正在办理', closed: '已办结' },
  },
  project: { register: 'projects', called: '项目名称', unique: 'department' },
  plan: { register: 'projects', called: '规划名称', unique: 'department' },
} as const satisfies Record<string, Kind>;
export type ThingId = keyof typeof THINGS;

/** What it means that a thing of a kind stands so. */
export const stateWord = (thing: ThingId, state: ThingState): string => {
  const { states }: Kind = THINGS[thing];
  return states?.[state] ?? STATE_WORDS[state];
};

/** Registers whose lines each are what one case made, so that no other case can mean them. */
export const OF_THEIR_CASE: readonly RegisterId[] = ['data-grants', 'filings'];

/** Registers whose lines end of themselves after the day that `until` names (使用期限、有效期至). */
export const ENDING = ['data-grants', 'licences'] as const satisfies readonly RegisterId[];
