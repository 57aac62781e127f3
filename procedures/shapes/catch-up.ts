import type { Field } from '../fields.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import type { Effect, Outcome } from '../schema.ts';

/** What could not be done in time, and what doing it late makes of the line of each licence. */
const MATTERS = {
  issue: { outcome: 'issued', effect: { op: 'open' } },
  update: { outcome: 'updated', effect: { op: 'change', must: 'exist' } },
  cancel: { outcome: 'cancelled', effect: { op: 'close', must: 'exist' } },
} as const satisfies Record<string, { outcome: string; effect: Pick<Effect, 'op' | 'must'> }>;
type Matter = keyof typeof MATTERS;
/** What the text calls the three matters. */
type Called = Record<Matter, string>;

const LICENCES = { thing: 'licence', field: 'licenceNos' } as const;

/** 不能及时办理的事项: one a case. */
export const delayedMatter = (called: Called): Field => ({
  title: '不能及时办理的事项',
  type: 'choice',
  options: called,
  steers: 'delayed',
});

/** 补办: each matter has an outcome of its own, offered only where it is what was delayed; `then` opens. */
export const caughtUp = (called: Called, then: string): Record<string, Outcome> =>
  Object.fromEntries(
    (Object.keys(MATTERS) as Matter[]).map((matter) => [
      MATTERS[matter].outcome,
      {
        title: `已全部补办${called[matter]}`,
        when: { fact: 'delayed', in: [matter] },
        demands: ['fields'],
        fields: {
          count: { title: '补办数量', type: 'number', min: 0 },
          licenceNos: { title: '补办的电子证照编号', type: 'texts' },
          ...(matter === 'issue' ? {} : EXISTED_BEFORE),
        },
        effects: [{ register: 'licences', ...MATTERS[matter].effect, key: LICENCES }],
        opens: [then],
      } satisfies Outcome,
    ]),
  );

/** House rule of both texts. */
export const ONE_MATTER_A_CASE =
  '一案只办一类事项（制发、更新、注销各异其台账）：同一不可抗力耽误几类的分别立案；补办的电子证照逐件登记，每件一行。';
