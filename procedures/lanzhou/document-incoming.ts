import type { Fields } from '../fields.ts';
import { target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { ClockRule, Effect, Outcome, Stage } from '../schema.ts';

const FLOW = cite('LZ-P', '第五十六条');
const FAULT = cite('LZ-P', '第六十一条');
const URGENT = cite('LZ-P', '第六十二条');
const SUPERVISION = cite('LZ-P', '第六十四条');
/** The line of what was received: opened when it is signed for, changed by each step, closed when it is handled. */
export const INCOMING = {
  register: 'documents',
  key: { thing: 'incoming-document', field: 'documentNo' },
} as const satisfies Partial<Effect>;
const TOLD: Effect[] = [{ ...INCOMING, op: 'change' }];
const isUrgent = { fact: 'urgent', in: [true] };

/** 第六十二条：对于紧急重要的公文，收件人员要即收即办，不得延误。 */
export const step: ClockRule = {
  limit: [
    { when: isUrgent, limit: target(15, 'minute', URGENT) },
    { when: { not: isUrgent }, limit: target(1, 'working-day', FLOW) },
  ],
};

/** 第六十四条：对收报和办理不及时的根据情况予以通报批评或绩效考核。 */
export const LATE: Fields = {
  units: { title: '收报和办理不及时的单位', type: 'texts' },
  measure: { title: '处理', type: 'choice', options: { criticism: '通报批评', appraisal: '绩效考核' } },
};

/** 第六十一条：于第一时间报新区科技发展局协调解决，同时向新区管委会办公室报备，积极采取其他方式传输公文. */
export const faultOutcome = (title: string, otherwise: string): Outcome => ({
  title,
  demands: ['reasons'],
  opens: ['coordinate', 'note', otherwise],
});

/**
 * 收文, 第五十六条（省、市等上级来文）、第五十九条、第六十二条、第六十四条：及时收发；及时下载最新公文，根据工作需要决定是否打印；紧急重要的
 * 即收即办；管委会办公室对接收和办理情况进行统计监督。
 */
export const incoming: Record<string, Stage> = {
  receive: {
    title: '签收下载',
    basis: URGENT,
    by: 'requester',
    clocks: [step],
    outcomes: {
      received: {
        title: '已签收下载',
        demands: ['fields'],
        fields: { printed: { title: '打印', type: 'flag' } },
        effects: [{ ...INCOMING, op: 'open' }],
        opens: ['assign'],
      },
      fault: faultOutcome('系统或网络故障，不能接收', 'receive-otherwise'),
    },
  },
  'receive-otherwise': {
    title: '以其他方式接收公文',
    basis: FAULT,
    by: 'requester',
    clocks: [step],
    outcomes: {
      received: {
        title: '已接收',
        demands: ['fields'],
        fields: { channel: { title: '接收方式', type: 'text' } },
        effects: [{ ...INCOMING, op: 'open' }],
        opens: ['assign'],
      },
    },
  },
  assign: {
    title: '批办',
    basis: FLOW,
    by: 'unit-head',
    clocks: [step],
    outcomes: {
      assigned: {
        title: '交办',
        demands: ['fields'],
        fields: { opinion: { title: '批办意见', type: 'text', maxLength: 4000 } },
        effects: TOLD,
        opens: ['handle'],
      },
      noted: { title: '阅知，不需办理', effects: TOLD, opens: ['check'] },
    },
  },
  handle: {
    title: '承办',
    basis: URGENT,
    by: 'requester',
    clocks: [
      {
        limit: [
          { when: isUrgent, limit: target(1, 'working-day', URGENT) },
          { when: { not: isUrgent }, limit: target(5, 'working-day', FLOW) },
        ],
      },
    ],
    outcomes: {
      handled: {
        title: '已办结',
        demands: ['fields'],
        fields: { result: { title: '办理结果', type: 'text', maxLength: 4000 } },
        effects: TOLD,
        opens: ['check'],
      },
    },
  },
  check: {
    title: '统计监督收文办理情况',
    basis: SUPERVISION,
    by: 'management-office',
    gateNoneOpen: ['coordinate', 'note'],
    within: target(3, 'working-day', SUPERVISION),
    outcomes: {
      timely: { title: '收报和办理及时', ends: 'handled' },
      late: { title: '收报和办理不及时', demands: ['reasons', 'fields'], fields: LATE, ends: 'handled' },
    },
  },
};
