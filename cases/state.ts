import type { Pause, Term } from '../calendar/index.ts';
import type { Role } from '../procedures/roles.ts';
import type {
  Ending,
  Fact,
  LadderId,
  LegalLimit,
  PauseGround,
  RegisterId,
  StageId,
} from '../procedures/schema.ts';
import type { TargetSetting } from '../procedures/targets.ts';

/** How a line of a register (台账) stands. */
export type LineState = 'open' | 'marked' | 'suspended' | 'closed';

/**
 * The state of one case: plain JSON, folded from its events by `evolve` and from nothing else.
 * Instants are epoch milliseconds (`…AtMs`), civil dates YYYY-MM-DD, people and departments are ids, never names.
 */
export type CaseState = {
  no: string;
  procedure: string;
  edition: string;
  /** 服务目标 as they had been set when the case was filed, in place of those of its edition; absent: none had. */
  targets?: TargetSetting[];
  status: 'unborn' | 'open' | 'closed';
  result: Ending | null;
  submittedAtMs: number;
  closedAtMs: number | null;
  /** Whose act ended it; null: open, or ended by no person. */
  closedBy: Actor | null;
  submitter: Actor;
  /** Role → department that acts in this case, settled at intake. */
  parties: Partial<Record<Role, string>>;
  facts: Record<string, Fact>;
  /** Digest of the form as filed (sha256, hex); the form itself is in PostgreSQL. */
  formDigest: string;
  calendar: CalendarRef;
  /** Task id → task, in the order of opening. */
  tasks: Record<string, Task>;
  clocks: Record<string, Clock>;
  /** How each settled stage was settled. */
  results: Record<StageId, StageResult>;
  /** How often each stage has been opened; the next task id of a stage is one higher. */
  openings: Record<StageId, number>;
  /** The one role each person has in this case. */
  participants: Record<string, Role>;
  escalations: Escalation[];
  /** The case that waits for this one. */
  parent: string | null;
  children: Child[];
  /** Other cases linked to this one. */
  links: string[];
  /** How the case's own line of each register stands that it has touched (台账). */
  lines: Partial<Record<RegisterId, LineState>>;
  /** People the case was copied to (抄送), and since when they have read it; null: not yet. */
  copies: Record<string, number | null>;
  lastUrgedAtMs: number | null;
  /** Ids of the commands that have taken effect: said twice is said once. */
  commandIds: string[];
  /** Number of the last event; the first is 1. */
  seq: number;
};

export type CalendarRef = { id: string; version: number };
export type Actor = { personId: string; department: string; role: Role };

export type Task = {
  id: string;
  stage: StageId;
  state: 'open' | 'done' | 'cancelled';
  role: Role;
  department: string;
  /** Person the task is kept for; null: anyone of the role in the department. */
  assignee: string | null;
  openedAtMs: number;
  /** Clocks that run for this task; the first is the one it shows. */
  clockIds: string[];
  outcome: string | null;
  decidedAtMs: number | null;
  decidedBy: Actor | null;
  /** The task that waits for this supplement (补正) or opinion (征求意见); null for the procedure's own stages. */
  supplementOf: string | null;
  /** Command whose content (reasons, fields) the decision carries. */
  contentId: string | null;
};

export type Clock = {
  id: string;
  /** null: a clock over the whole case. */
  stage: StageId | null;
  /** Whose limit it is; of a clock over the whole case only, one of a stage is that of the task it runs for. */
  holder?: { role: Role; department: string };
  limit: LegalLimit;
  /** Who has set the limit other than the rule does (调整时限), when, and by which command; absent or null: it is that of the rule. */
  setBy?: { by: Actor; atMs: number; contentId: string | null } | null;
  /** Inputs of the deadline. */
  term: Term;
  calendar: CalendarRef;
  state: 'running' | 'paused' | 'met' | 'missed' | 'cancelled';
  /** Exclusive end; null while paused. */
  dueAtMs: number | null;
  dueDay: string | null;
  warnAtMs: number | null;
  provisional: boolean;
  earliestAtMs: number | null;
  latestAtMs: number | null;
  ladder: LadderId;
  /** The rungs with their instants, as they stand now. */
  rungs: Rung[];
  warned: boolean;
  /** Highest rung that has fired. */
  rungFired: number;
  pauses: ClockPause[];
  extensions: number;
  stoppedAtMs: number | null;
};

export type Child = {
  no: string;
  procedure: string;
  /** The stage that waits; null: the whole case. */
  stage: StageId | null;
  clocks: 'run' | 'pause';
  /** Whose act opened the stage: that side files it. Absent: the side that filed the waiting case; of a dispute, who raised it. */
  filer?: Actor;
  result: string | null;
};

export type ClockPause = Pause & {
  ground: PauseGround;
  by: Actor;
  contentId: string | null;
  /** When a cap ends it; null: only the act that resumes. */
  endsAtMs: number | null;
};
export type Rung = { rung: number; atMs: number; to: { role: Role; department: string } };
export type Escalation = {
  clock: string;
  rung: number;
  atMs: number;
  to: { role: Role; department: string };
};
export type StageResult = { outcome: string; atMs: number; by: Actor | null };

/** A clock still counts or is overdue: it belongs to work that is not done. */
export const isLive = (clock: Clock): boolean =>
  clock.stoppedAtMs === null && (clock.state === 'running' || clock.state === 'missed');

/** The deadline has passed at `asOfMs` and the work is still open. Derived when asked, never stored. */
export const isOverdue = (clock: Clock, asOfMs: number): boolean =>
  isLive(clock) && clock.dueAtMs !== null && clock.dueAtMs <= asOfMs;

export type Light = 'green' | 'yellow' | 'red';
/** Light of one clock at `asOfMs`: red once overdue (and for ever once missed), yellow when the last working day has begun. */
export const lightOf = (clock: Clock, asOfMs: number): Light => {
  if (clock.state === 'missed' || isOverdue(clock, asOfMs)) return 'red';
  if (clock.state === 'running' && clock.warnAtMs !== null && clock.warnAtMs <= asOfMs) return 'yellow';
  return 'green';
};

const RANK: Record<Light, number> = { green: 0, yellow: 1, red: 2 };
export const worstLight = (lights: Light[]): Light =>
  lights.reduce<Light>((worst, light) => (RANK[light] > RANK[worst] ? light : worst), 'green');

/** Light of the case: the worst of its live clocks; null when closed. */
export const caseLight = (state: CaseState, asOfMs: number): Light | null =>
  state.status === 'closed'
    ? null
    : worstLight(
        Object.values(state.clocks)
          .filter((clock) => clock.stoppedAtMs === null)
          .map((clock) => lightOf(clock, asOfMs)),
      );

export const openTasks = (state: CaseState): Task[] =>
  Object.values(state.tasks).filter((task) => task.state === 'open');

/** Clocks over the whole case (全程时限) that have not stopped. */
export const wholeCaseClocks = (state: CaseState): Clock[] =>
  Object.values(state.clocks).filter(({ stage, stoppedAtMs }) => stage === null && stoppedAtMs === null);

/** Cases that this one still waits for. */
export const pendingChildren = (state: CaseState): Child[] =>
  state.children.filter(({ result }) => result === null);

/** The cases for which nothing in this one is decided meanwhile: those that it waits for as a whole. */
export const waitedForBy = (children: readonly Child[]): string[] =>
  children.flatMap(({ no, stage, result }) => (stage === null && result === null ? [no] : []));

/** A case is waited for that holds the clocks of this one. */
export const isHeldByChild = (state: CaseState): boolean =>
  pendingChildren(state).some(({ clocks }) => clocks === 'pause');

/** Somebody has filed it; a duty (经常性工作) comes up of itself, and binds nobody but its own unit. */
export const isFiled = ({ submitter }: CaseState): boolean => submitter.personId !== '';

/** When what the case is about arrived: as filed, or as corrected since. Epoch milliseconds. */
export const arrivalMs = (state: CaseState): number => {
  const { receivedAt } = state.facts;
  return typeof receivedAt === 'number' ? receivedAt : state.submittedAtMs;
};
