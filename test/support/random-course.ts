import fc from 'fast-check';
import { dayOf, textOfDay } from '../../calendar/index.ts';
import { type CaseState, pendingChildren, periodAt, periodText, type Refusal } from '../../cases/index.ts';
import { chosenFacts } from '../../procedures/asked.ts';
import { closedValues } from '../../procedures/combinations.ts';
import type { Field } from '../../procedures/fields.ts';
import type { Role } from '../../procedures/roles.ts';
import type { Demand, Fact, Procedure } from '../../procedures/schema.ts';
import { anyCommand, EVERYBODY, type Try } from './any-command.ts';
import { actor, at, PureCase } from './pure-case.ts';

/** When every course begins. */
export const START = at('2026-01-05T09:00');
const HOUR = 3_600_000;

/** One thing tried: which of all that could be (`pick`), by which person, after how long, with what content. */
export type RandomStep = { pick: number; person: number; waitMs: number; gives: Demand[]; tick: boolean };
export const waits: fc.Arbitrary<number> = fc.oneof(
  fc.constant(0),
  fc.nat(HOUR),
  fc.nat(72 * HOUR),
  fc.nat(400 * HOUR),
);
export const randomSteps: fc.Arbitrary<RandomStep[]> = fc.array(
  fc.record({
    pick: fc.nat(1000),
    person: fc.nat(2),
    waitMs: waits,
    gives: fc.subarray<Demand>(['reasons', 'legalBasis', 'fields']),
    tick: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

const PEOPLE = ['one', 'two', EVERYBODY];
/** An instant shortly before filing, a date shortly after, or a period about then. */
const momentFor = (field: Field, pick: number): Fact => {
  if (field.type === 'future-date') return textOfDay(dayOf(START) + (pick % 20));
  if (field.type !== 'period') return START - (pick % 5) * HOUR;
  const { every, index } = periodAt(field.every, START);
  return periodText({ every, index: index + (pick % 3) - 1 });
};

/** Facts drawn for a form, of all that it asks for: any choice, or an instant shortly before filing. */
const someFacts = ({ form }: Procedure, pick: number): Record<string, Fact> =>
  chosenFacts(form, (_name, field) => {
    const values = closedValues(field);
    return values === null ? momentFor(field, pick) : values[pick % values.length];
  });

/** One thing that was tried: what was asked of which case, and the answer; null: it took effect. */
export type Tried = { before: CaseState; body: Try['body']; refusal: Refusal | null };

/** Lets people try things on a new case of the procedure, sensible or not; `after` is told of the case after each step. */
export const randomCourse = (
  procedure: Procedure,
  script: RandomStep[],
  after: (theCase: PureCase, nowMs: number, tried: Tried) => void = () => undefined,
): { theCase: PureCase; nowMs: number } => {
  const theCase = new PureCase(procedure.id, { procedure });
  let nowMs = START;
  theCase.submit(nowMs, someFacts(procedure, script[0]?.pick ?? 0), actor(procedure.submitters[0] as Role));
  for (const { pick, person, waitMs, gives, tick } of script) {
    nowMs += waitMs;
    if (tick) theCase.until(nowMs);
    const options = anyCommand(theCase, PEOPLE[person] as string);
    const { body, by } = options[pick % options.length] as Try;
    const asked = 'gives' in body ? { ...body, gives } : body;
    const { state: before } = theCase;
    const refusal = theCase.give(asked, nowMs, by);
    // What the case waits for ends now and then.
    for (const child of pendingChildren(theCase.state)) {
      if (pick % 3 === 0) theCase.settleChild(child.no, pick, nowMs);
    }
    after(theCase, nowMs, { before, body: asked, refusal });
  }
  return { theCase, nowMs };
};
