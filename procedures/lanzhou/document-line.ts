import { FREE, IN_FORCE } from '../musts.ts';
import { cite } from '../regulations.ts';
import type { Effect, Outcome, Stage } from '../schema.ts';
import { INCOMING, step } from './document-incoming.ts';
import { THE_SEAL_USED, USES_THE_SEAL } from './seal-use.ts';

const SEAL = cite('LZ-P', '第一百四十条、第一百四十一条');

/** The line of what is drafted here: opened by its sign-off. */
export const DOCUMENT = {
  register: 'documents',
  key: { thing: 'document', field: 'documentNo' },
} as const satisfies Partial<Effect>;

export const isIncoming = { fact: 'documentKind', in: ['incoming'] };
export const isAgain = { fact: 'approval', in: ['again'] };

/**
 * 签发: the line of the number is opened, or, where a document is approved over again (第一百四十一条), opened anew, and what has sealed the
 * earlier text does not seal the new one.
 */
export const SIGNED: Effect[] = [
  { ...DOCUMENT, op: 'unmark', when: isAgain },
  { ...DOCUMENT, op: 'open', when: { not: isAgain }, must: FREE },
  { ...DOCUMENT, op: 'open', when: isAgain, must: IN_FORCE },
];
/** 盖章: of what this case has signed off and nobody has sealed since; by which seal is told as long as it stands sealed. */
const SEALED: Effect = { ...DOCUMENT, op: 'mark', tells: true, must: ['open'], before: null };
/** Not signed off after all: nothing of this case stands. */
export const RECALLED: Effect[] = [
  { ...DOCUMENT, op: 'close', when: { not: isIncoming }, own: true },
  { ...INCOMING, op: 'close', when: isIncoming, own: true },
];

const ALREADY: Outcome = {
  title: '已凭用印申请盖章，文件锁定',
  effects: [{ ...DOCUMENT, op: 'change', must: ['marked'], before: null }],
  opens: ['distribute'],
};

/** 送审批前决定启动电子印章还是传统签章; a document may also have been sealed on an application of its own (用印). */
export const sealing: Record<string, Stage> = {
  seal: {
    title: '加盖电子印章',
    basis: SEAL,
    by: 'seal-keeper',
    repeats: true,
    clocks: [step],
    outcomes: {
      sealed: {
        title: '已盖章，文件锁定',
        demands: ['fields'],
        fields: THE_SEAL_USED,
        effects: [USES_THE_SEAL, SEALED],
        opens: ['distribute'],
      },
      already: ALREADY,
    },
  },
  'paper-seal': {
    title: '传统签章',
    basis: SEAL,
    by: 'seal-keeper',
    repeats: true,
    clocks: [step],
    outcomes: {
      sealed: {
        title: '已签章',
        demands: ['fields'],
        fields: { paperSeal: { title: '所盖印章', type: 'text' } },
        effects: [SEALED],
        opens: ['distribute'],
      },
      already: ALREADY,
    },
  },
};
