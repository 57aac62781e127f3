import { isoOf } from '../../calendar/index.ts';
import type { CaseEvent } from '../../cases/index.ts';
import type { LegalLimit } from '../../procedures/schema.ts';
import type { Names } from '../problems/of-refusal.ts';
import { withInstants } from './instants.ts';
import { type Documents, presentLimit } from './limit.ts';
import { staffName } from './staff.ts';
import { presentActor, type WritingsOf } from './task.ts';

/** Finds the limit that a clock has at the event of that number. */
export type LimitAt = (clock: string, seq: number) => LegalLimit | null;

const isLimit = (value: unknown): value is LegalLimit =>
  typeof value === 'object' && value !== null && 'kind' in value && 'basis' in value;

/** Texts that belong to the act an event tells, only on the event that is the act itself. */
const CARRIES_TEXT: readonly CaseEvent['type'][] = [
  'Decided',
  'SupplementRequested',
  'Supplemented',
  'Transferred',
  'Urged',
  'Returned',
  'CaseReopened',
  'RegisterChanged',
  'ChildOpened',
  'OpinionAsked',
  'OpinionGiven',
  'Commented',
  'ClockPaused',
  'ClockResumed',
  'ClockExtended',
  'DeadlineMoved',
  'ArrivalCorrected',
  'LevelChanged',
  'CommandTaken',
  'CaseClosed',
];

const textsOf = (event: CaseEvent, writingsOf: WritingsOf): Record<string, unknown> => {
  if (event.commandId === null || !CARRIES_TEXT.includes(event.type)) return {};
  // What the system does in consequence of an act carries no words of its own.
  if (event.actor === 'system') return {};
  const writings = writingsOf(event.commandId);
  if (writings === null) return {};
  return Object.fromEntries(Object.entries(writings).filter(([, text]) => text !== null));
};

type EventView = { names: Names; writingsOf: WritingsOf; limitAt: LimitAt; documents: Documents };

/** An event for readers: instants written out, people by department, role and masked name, texts where they may be seen; an end
 *  with the limit that it is of. */
export const presentEvent = (event: CaseEvent, { names, writingsOf, limitAt, documents }: EventView) => {
  const data: Record<string, unknown> = { ...event.data, ...textsOf(event, writingsOf) };
  // Whoever sees the rest could try out the few numbers that a masked one can be against a digest.
  for (const digest of ['formDigest', 'digest']) delete data[digest];
  if ('clock' in event.data && 'dueAtMs' in event.data) data.limit = limitAt(event.data.clock, event.seq);
  if (isLimit(data.limit)) data.limit = presentLimit(data.limit, documents);
  if (event.type === 'DeadlineMoved')
    data.moves = event.data.moves.map((move) => ({ ...move, limit: presentLimit(move.limit, documents) }));
  if (typeof data.toPerson === 'string') data.toPerson = staffName(names, data.toPerson);
  if (event.type === 'Copied') data.people = event.data.people.map((id) => staffName(names, id));
  if (event.type === 'Submitted') {
    data.submitter = presentActor(event.data.submitter, names);
    if (event.data.targets !== undefined)
      data.targets = event.data.targets.map(({ limit, amount, setting: id }) => ({
        ...{ limit, amount },
        setting: { id, documentNo: documents.get(id) ?? null },
      }));
  }
  if (event.type === 'ChildOpened' && event.data.filer !== undefined)
    data.filer = presentActor(event.data.filer, names);
  return {
    seq: event.seq,
    at: isoOf(event.atMs),
    type: event.type,
    actor: event.actor === 'system' ? ('system' as const) : presentActor(event.actor, names),
    data: withInstants(data) as Record<string, unknown>,
  };
};

/** People that an event names. */
export const peopleIn = (event: CaseEvent): string[] => [
  ...(event.actor === 'system' ? [] : [event.actor.personId]),
  ...(event.type === 'Transferred' && event.data.toPerson !== null ? [event.data.toPerson] : []),
  ...(event.type === 'Copied' ? event.data.people : []),
  ...(event.type === 'Submitted' ? [event.data.submitter.personId] : []),
];
