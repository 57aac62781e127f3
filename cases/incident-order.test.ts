import { describe, expect, it } from 'vitest';
import { ordersElsewhere } from '../test/orders/elsewhere.ts';
import { ABROAD, BACK, CLEANED, lanzhouOrders, REBUILT } from '../test/orders/lanzhou.ts';
import { actor, at, PureCase } from '../test/support/pure-case.ts';
import { openTasks } from './index.ts';

const NIGHT = '2026-02-16T23:50';

const stepsOf = (way: string): [string, string][] =>
  way
    .split(' ')
    .filter(Boolean)
    .map((step) => step.split(':') as [string, string]);

/** Whether the step can be taken now: its task is open and no gate holds it back. It is taken when it can. */
const taken = (theCase: PureCase, [stage, outcome]: [string, string]): boolean => {
  const task = openTasks(theCase.state).find((open) => open.stage === stage);
  if (task === undefined) return false;
  const by = { ...actor(task.role), department: task.department };
  const body = { type: 'decide', task: task.id, outcome, facts: {}, digest: '' } as const;
  const refusal = theCase.give({ ...body, gives: ['reasons', 'fields'] }, NIGHT, by);
  if (refusal !== null) expect(refusal.code).toBe('gate_closed');
  return refusal === null;
};

/** Decides all that can be decided of `ways`, in whatever order they become possible. */
const takeAll = (theCase: PureCase, ways: [string, string][]): void => {
  let left = ways;
  for (let before = -1; left.length > 0 && left.length !== before; ) {
    before = left.length;
    left = left.filter((way) => !taken(theCase, way));
  }
  expect(left, 'what cannot be decided').toEqual([]);
};

describe('what comes last waits for each of those before it, whichever of them is late', () => {
  const rows = [...lanzhouOrders, ...ordersElsewhere].flatMap(
    ([procedure, article, last, first, more = {}]) => {
      const steps = stepsOf(first);
      const late = steps.map(([stage, outcome], index) => ({ stage, outcome, index }));
      return late.map(
        ({ stage, index }) =>
          [
            `${procedure} ${article}: ${last} after ${stage}`,
            { procedure, last, steps, index, more },
          ] as const,
      );
    },
  );

  it.each(rows)('%s', (_name, { procedure, last, steps, index, more }) => {
    const facts = { foundAt: at(NIGHT), systemKind: 'website', urgent: true, ...more.facts };
    const theCase = new PureCase(procedure).submit(NIGHT, facts);
    takeAll(theCase, stepsOf(more.before ?? ''));
    const [final] = stepsOf(last) as [[string, string]];
    const late = steps[index] as [string, string];
    takeAll(
      theCase,
      steps.filter((_step, at) => at !== index && dependsNot(steps, at, index)),
    );
    expect(taken(theCase, final), `before ${late[0]}`).toBe(false);
    takeAll(theCase, [late, ...steps.filter((_step, at) => at !== index && !dependsNot(steps, at, index))]);
    expect(taken(theCase, final), 'when all is done').toBe(true);
  });
});

/** Steps of an order that another step of it opens: they cannot come before it. */
const OPENED_BY: Record<string, string> = {
  receive: 'report',
  coordinate: 'inform',
  'handling-report': 'handle',
};
const dependsNot = (steps: [string, string][], at: number, late: number): boolean =>
  OPENED_BY[steps[at]?.[0] ?? ''] !== steps[late]?.[0];

it('第九十九条：a fault recovered at any point of the plan needs the plan no longer', () => {
  for (const plan of ['', 'plan:drawn', 'plan:drawn agree:agree', 'plan:drawn agree:refuse']) {
    const fault = new PureCase('lz-platform-fault').submit(NIGHT, { foundAt: at(NIGHT), faultKind: 'core' });
    takeAll(fault, stepsOf(`repair:not-soon ${plan} recover:repaired`));
    expect(
      openTasks(fault.state).map(({ stage }) => stage),
      plan,
    ).toEqual(['inform', 'report']);
  }
});

it.each([
  [
    'lz-incident-defacement',
    `${CLEANED} call-office:told assist:assisted assist:assisted notify:self harden:done`,
  ],
  [
    'lz-incident-intrusion',
    `call-office:told ${REBUILT} notify:self harden:done summarise:done report-head:heard`,
  ],
  ['lz-incident-leak', `${ABROAD} ${BACK} notify:self investigate:done`],
])(
  '%s 逐级汇报：a level raised only during the review is still reported upwards before the end',
  (id, way) => {
    const theCase = new PureCase(id).submit(NIGHT, { foundAt: at(NIGHT), level: 'IV', urgent: true });
    takeAll(theCase, stepsOf(`${way} file:review review:done`));
    theCase.must({ type: 'change-level', level: 'I', gives: ['reasons'] }, NIGHT, actor('duty-officer'));
    for (const upwards of ['report-department:heard', 'report-office:heard']) {
      expect(taken(theCase, ['improve', 'done']), `before ${upwards}`).toBe(false);
      takeAll(theCase, stepsOf(upwards));
    }
    expect(taken(theCase, ['improve', 'done'])).toBe(true);
  },
);
