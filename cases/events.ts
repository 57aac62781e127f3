import type { Limit, Term } from '../calendar/index.ts';
import type { Progress } from '../procedures/progress.ts';
import type { Role } from '../procedures/roles.ts';
import type {
  Ending,
  EntryTold,
  Fact,
  LadderId,
  LegalLimit,
  PauseGround,
  RegisterId,
  RegisterOp,
  StageId,
} from '../procedures/schema.ts';
import type { TargetSetting } from '../procedures/targets.ts';
import type { Among, ThingId } from '../procedures/things.ts';
import type { Actor, CalendarRef, Child, Rung } from './state.ts';

/** What a deadline is at the moment an event tells it. Instants in epoch milliseconds. */
export type DeadlineFacts = {
  term: Term;
  calendar: CalendarRef;
  dueAtMs: number | null;
  dueDay: string | null;
  warnAtMs: number | null;
  provisional: boolean;
  earliestAtMs: number | null;
  latestAtMs: number | null;
  rungs: Rung[];
};

/** Event type → its data. Every event says all that `evolve` needs: no rule, calendar or clock is asked again. */
export type EventData = {
  Submitted: {
    no: string;
    procedure: string;
    edition: string;
    /** See `CaseState.targets`. */
    targets?: TargetSetting[];
    parties: Partial<Record<Role, string>>;
    facts: Record<string, Fact>;
    formDigest: string;
    calendar: CalendarRef;
    /** The case that waits for this one. */
    parent: string | null;
    /** The side that the case belongs to; also where no person filed it but a duty came up. */
    submitter: Actor;
  };
  /** `supplementOf`: the task that waits for this supplement (补正). */
  TaskOpened: {
    task: string;
    stage: StageId;
    role: Role;
    department: string;
    clockIds: string[];
    supplementOf: string | null;
  };
  TaskCancelled: { task: string; why: string };
  Decided: { task: string; stage: StageId; outcome: string; facts: Record<string, Fact>; digest: string };
  /** `asFromMs`: since when it counts as settled, where the law says other than the time of the act (视为受理). */
  StageSettled: { stage: StageId; outcome: string; asFromMs?: number };
  DeemedAccepted: { stage: StageId; outcome: string; clock: string };
  /** `rungs`: the ladders of the task's clocks, told anew because another department acts. */
  Transferred: { task: string; toDepartment: string; toPerson: string | null; rungs: Record<string, Rung[]> };
  /** `holder`: whose limit it is, where the clock is over the whole case. */
  ClockStarted: {
    clock: string;
    stage: StageId | null;
    holder?: { role: Role; department: string };
    limit: LegalLimit;
    ladder: LadderId;
  } & DeadlineFacts;
  ClockWarned: { clock: string; warnAtMs: number };
  ClockMissed: { clock: string; dueAtMs: number };
  /** The act that met the limit was received in time; the engine had only been late to hear of it. */
  ClockMissRevoked: { clock: string; receivedAtMs: number; dueAtMs: number };
  /** `cancelled`: the work was called off before its limit. */
  ClockStopped: { clock: string; as: 'met' | 'missed' | 'cancelled' };
  /** `endsAtMs`: when the ground's cap lets the clock run on of itself; null without a cap. */
  ClockPaused: { clock: string; ground: PauseGround; endsAtMs: number | null };
  ClockResumed: { clock: string; ground: PauseGround } & DeadlineFacts;
  /** Extended (延期) by the amount, in the unit of the limit's extension rule. */
  ClockExtended: { clock: string; extension: Limit } & DeadlineFacts;
  /** Deadlines counted anew: old and new end of each clock, and what act brought it about. One event a case and cause. */
  DeadlineMoved: {
    why: 'calendar' | 'arrival' | 'limit-set' | 'level' | 'supplement' | 'decision';
    calendar: CalendarRef;
    moves: ({ clock: string; oldDueAtMs: number | null; limit: LegalLimit } & DeadlineFacts)[];
  };
  /** The level of an incident raised or lowered (调整事件等级); `fact` is what the procedure calls it. */
  LevelChanged: { fact: string; from: Fact | null; to: string };
  /** The head of the unit commands after all (现场指挥). */
  CommandTaken: { opens: StageId };
  ArrivalCorrected: { oldArrivedAtMs: number; arrivedAtMs: number };
  Escalated: { clock: string; rung: number; dueAtMs: number; to: { role: Role; department: string } };
  SupplementRequested: { task: string; supplement: string };
  Supplemented: { supplement: string; facts: Record<string, Fact>; digest: string };
  /** Sent back (退回) to an earlier stage; its results and those that came after it no longer count. */
  Returned: { task: string; from: StageId; to: StageId; undone: StageId[] };
  CaseReopened: { opens: StageId[] };
  /** Another case was opened that this one waits for. */
  ChildOpened: Omit<Child, 'result'>;
  ChildSettled: { no: string; result: string };
  /** The case that waited for this one ended, and with it what this one was about. */
  ParentEnded: { no: string; result: string };
  OpinionAsked: { task: string; opinion: string };
  OpinionGiven: { opinion: string };
  Commented: Record<string, never>;
  Copied: { people: string[] };
  CopyRead: Record<string, never>;
  Linked: { other: string };
  /** A line of a register was opened or changed: that of a thing, or, `key` null, the case's own. */
  RegisterChanged: {
    register: RegisterId;
    op: RegisterOp;
    key: ThingKey | null;
    /** Which fields tell what of the entry of the catalogue; absent: nothing is told of one. */
    entry?: EntryTold;
    /** Of a mark: what the case has said is told of the thing as long as it stands. */
    tells?: true;
    /** The department whose data the line is about, null where it is about nobody's; absent: the provider that the case was filed with. */
    owner?: string | null;
    /** How far the thing has come; absent: nothing is told of it. */
    reached?: Progress;
  };
  /** Granted data have been used, so many times; the purpose stated stays in PostgreSQL. */
  GrantUsed: {
    count: number;
    againstPurpose: boolean;
    afterEnd?: boolean;
    /** How the grant stood, where it did not stand open. */
    standing?: 'suspended' | 'closed';
    /** Whose data they are, who is to hear of a use that was not granted. */
    owner?: { role: Role; department: string };
  };
  Urged: { to: { role: Role; department: string }[] };
  CaseClosed: { result: Ending };
};
/**
 * Where the name of a thing is found: the field of the form or of a decision. The name itself stays in PostgreSQL, where the line is
 * looked up by it. `unique`: among what it is the only one of its name.
 */
export type ThingKey = { thing: ThingId; field: string; unique: Among };
export type EventType = keyof EventData;

export type EventOf<T extends EventType> = {
  /** 1, 2, 3 … without gaps. */
  seq: number;
  /** When it took effect: the legal time of the act that brought it about, or the tick of the engine. */
  atMs: number;
  type: T;
  actor: Actor | 'system';
  /** Command that brought it about; null for what a timer did. */
  commandId: string | null;
  data: EventData[T];
};
export type CaseEvent = { [T in EventType]: EventOf<T> }[EventType];
