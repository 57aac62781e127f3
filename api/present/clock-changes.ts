import type { Actor, CaseEvent } from '../../cases/index.ts';
import type { ActsOnClock } from '../clock-history.ts';
import type { Names } from '../problems/of-refusal.ts';
import { presentActor, type WritingsOf } from './task.ts';

/** Names of people, what they wrote, and who sent a command (null: no person). */
export type Told = { names: Names; writingsOf: WritingsOf; authorOf: (commandId: string) => Actor | null };

/** For what a person does, never the system upon a person's act. */
export const nobody = (): null => null;

/** Who brought an event about, by which document and why. What the system does in consequence of an act names whose act it was. */
export const presentActOfEvent = (
  { actor, commandId }: Pick<CaseEvent, 'actor' | 'commandId'>,
  { names, writingsOf, authorOf }: Told,
) => {
  const said = commandId === null ? null : writingsOf(commandId);
  const author = actor === 'system' && commandId !== null ? authorOf(commandId) : null;
  return {
    by: actor === 'system' ? ('system' as const) : presentActor(actor, names),
    uponActOf: author === null ? null : presentActor(author, names),
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
