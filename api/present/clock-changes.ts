import type { CaseEvent } from '../../cases/index.ts';
import type { ActsOnClock } from '../clock-history.ts';
import type { Names } from '../problems/of-refusal.ts';
import { presentActor, type WritingsOf } from './task.ts';

/** Names of people, and what they wrote. */
export type Told = { names: Names; writingsOf: WritingsOf };

/** Who brought an event about, by which document and why. */
export const presentActOfEvent = (
  { actor, commandId }: Pick<CaseEvent, 'actor' | 'commandId'>,
  { names, writingsOf }: Told,
) => {
  const said = commandId === null ? null : writingsOf(commandId);
  return {
    by: actor === 'system' ? ('system' as const) : presentActor(actor, names),
    documentNo: said?.documentNo ?? null,
    reasons: said?.reasons ?? null,
    legalBasis: said?.legalBasis ?? null,
  };
};
export type ClockChange = ReturnType<typeof presentActOfEvent>;

/** Pauses and extensions of a clock with who made them, by which document and why. Epoch milliseconds. */
export const presentChanges = ({ pauses, extensions }: ActsOnClock, told: Told) => ({
  pauses: pauses.map((event) => ({
    ...{ fromMs: event.atMs, toMs: event.toMs, ground: event.data.ground, resumesAtMs: event.data.endsAtMs },
    ...presentActOfEvent(event, told),
  })),
  extensions: extensions.map((event) => {
    const { extension } = event.data;
    const amount = extension.unit === 'date' ? null : extension.amount;
    const given = { grantedAtMs: event.atMs, amount, unit: extension.unit };
    return { ...given, ...presentActOfEvent(event, told) };
  }),
});
export type ClockChanges = ReturnType<typeof presentChanges>;
