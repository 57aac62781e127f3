import type { DayEnd, Limit, Move } from '../calendar/index.ts';
import type { Condition, Fact, Opening, StageId } from './conditions.ts';
import type { Effect } from './effect.ts';
import type { Fields, PeriodLength, SHARE_CLASSES } from './fields.ts';
import type { Citation, Jurisdiction } from './regulations.ts';
import type { Role } from './roles.ts';

export type {
  Effect,
  EntryPart,
  EntryTold,
  Must,
  RegisterId,
  RegisterOp,
  TellsPart,
  ThingState,
} from './effect.ts';
export type { Condition, Fact, Opening, StageId };

/**
 * A regulated procedure as data. A procedure file reads like its article: who, what, within what limit from what event,
 * what a refusal demands, what follows. There are no function bodies in it; `check.ts` holds what every procedure must satisfy.
 */
export type Procedure = {
  id: string;
  family: Family;
  jurisdiction: Jurisdiction;
  /** Chinese name of the procedure. */
  title: string;
  basis: Citation;
  edition: Edition;
  submitters: Role[];
  form: Fields;
  /** Share classes (共享类型) of the catalogue entries that may be asked for under it; absent: any. */
  shareClasses?: ShareClass[];
  /** Stages that open when the case is submitted. None: the case ends at once with `grantedOnSubmission`. */
  start: Opening[];
  grantedOnSubmission?: Ending;
  stages: Record<StageId, Stage>;
  /** Ending id → Chinese name. `withdrawn` among them means that the requester may withdraw. */
  endings: Record<Ending, string>;
  /** Clocks over the whole case, beside those of its stages, to its end. */
  caseClocks?: Record<string, CaseClockRule>;
  /** Acts on a running case, beyond those that every case offers. */
  acts?: ActRules;
  /** What an ending does besides closing the case. */
  onEnding?: Record<Ending, Effect[]>;
  /** A recurring duty (经常性工作): when a case of it is opened, and for whom. */
  recurrence?: Recurrence;
  /** Rules of our own where the text is silent: each with the reason. */
  houseRules?: string[];
};

export type ShareClass = (typeof SHARE_CLASSES)[number];
export type Ending = string;
export type Family =
  | 'share'
  | 'correction'
  | 'licence-objection'
  | 'incident'
  | 'fault'
  | 'catalogue'
  | 'open-data'
  | 'access'
  | 'account'
  | 'seal'
  | 'licence'
  | 'project'
  | 'duty';

/** Dates are civil, YYYY-MM-DD. An edition is never edited once a case has used it; a change of the rules is a new edition. */
export type Edition = { id: string; validFrom: string | null; validThrough?: string };

export type Stage = {
  title: string;
  basis: Citation;
  /** Who decides. Several seats: one task each. */
  by: Seat | Seat[];
  /**
   * How several seats decide. `all`: each must give the first outcome, another outcome settles the stage at once.
   * `any`: under one limit for all, the first decision settles it. `sequence`: one after the other, each on the first outcome of the one before.
   */
  agreement?: 'all' | 'any' | 'sequence';
  /** The stage opens only when all of these are settled, however often it is called for. */
  join?: StageId[];
  /** The task is open and its clock runs, but it may be decided only when these are settled. */
  gate?: StageId[];
  /** The task may not be decided while any of these is still open. */
  gateNoneOpen?: StageId[];
  /** The limit of the stage, counted from its opening; short for a single plain clock. */
  within?: LimitRule;
  /** Clocks that need more words than `within`. The first is the one that the task shows. */
  clocks?: ClockRule[];
  /** This stage goes on under the clock of an earlier one, which stops only when this stage is decided. */
  sharesClockOf?: StageId;
  /** Outcome id → what it demands and what follows. The first is the agreeing one. */
  outcomes: Record<string, Outcome>;
  /**
   * What the stage's clock does when the case is returned to it. `restart` (default): the whole limit anew. `continue`: the days used
   * before count, those away do not. `shared`: both count, the first deadline stands.
   */
  reentry?: 'restart' | 'continue' | 'shared';
  /** An obligation that comes back: the stage may be opened again after it was settled. */
  repeats?: boolean;
  /**
   * Deemed acceptance (视为受理): when the stage's clock is missed the law itself settles it with this outcome, as from the receipt.
   * The only place where silence has an effect, and only where an article says so.
   */
  deemed?: { outcome: string; basis: Citation };
  /**
   * The stage is a case of its own (另案), which this one waits for; it is settled as that case ends, so its outcomes are the endings
   * there. That case is filed on the side of whoever's act opened the stage, who holds the seat `by`. It ends with the waiting one.
   */
  child?: ChildRule;
};

/** Plain: the role's department as its scope says. With `department`: the one that this fact of the case names, if it names any. */
export type Seat = Role | { role: Role; department: string };

export type LimitKind = 'statutory' | 'target' | 'house';
/**
 * A limit with its standing and the place it is from. `setting`: id of what an administrator has set in place of the amount shipped;
 * of targets only.
 */
export type LegalLimit = Limit & { kind: LimitKind; basis: Citation; setting?: string };

export type DatedLimit = Extract<LegalLimit, { unit: 'date' }>;

/** 至所定日期止: the limit ends with the date (a fact, YYYY-MM-DD) that the form or a decision gives, dated when the clock starts. */
export type LimitUntil = {
  unit: 'date';
  until: { fact: string };
  move: Move;
  kind: LimitKind;
  basis: Citation;
};
/**
 * A date that belongs to the period (所属期间) which the fact names, `periods` later (negative: earlier): a plan for 2027 that is due by
 * the end of September is due in 2026. While nobody names the period, the date comes next after the start of the clock. `every`: not a
 * period that somebody names but the one that holds the start, or one after it, for what comes back in each of them.
 */
export type LimitOfPeriod = DatedLimit & {
  datedBy: ({ fact: string } | { every: PeriodLength }) & { periods?: number };
};
export type LimitRule = LegalLimit | LimitUntil | LimitOfPeriod;
/** One of several limits of a clock: the first whose condition holds applies. `from`: its own start, in the place of the clock's. */
export type LimitAlternative = { when: Condition; limit: LimitRule; from?: ClockStart };

export type ClockRule = {
  /** Default: the stage's id. */
  id?: string;
  title?: string;
  /** One limit, or the first of several whose condition holds. */
  limit: LimitRule | LimitAlternative[];
  /** The event that starts the clock. Default: the stage opens. */
  from?: ClockStart;
  /** Default `ordinary`. */
  ladder?: LadderId;
  /** Stages that open when the clock is missed. */
  onMissed?: StageId[];
  extension?: ExtensionRule;
  /** Grounds that may pause the clock; every one not listed is refused. Supplementing (补正) is always among them. */
  pauses?: Partial<Record<PauseGround, PauseRule>>;
  /** A role may set another limit, with a reason. */
  adjustable?: { by: Role; basis: Citation };
  /**
   * What supplementing (补正) does to this clock. `exclude` (default): the wait does not count. `reset`: the whole limit anew from the
   * answer. `before-start`: the limit begins only with complete material.
   */
  correction?: 'exclude' | 'reset' | 'before-start';
  /** Starts from then on count as the next civil day; those on a rest day, where so set, as the next working day. */
  cutOff?: DayEnd;
  startsOnWorkingDay?: boolean;
  /** When the limit ends on its last day, where that is not 24:00 (民法典第二百零三条第二款). */
  closes?: DayEnd;
};

export type ClockStart = 'opened' | 'submitted' | { fact: string } | { settled: StageId };

/**
 * 全程时限: a limit over the whole case, from its arrival or from what `from` says, to its end, or to what `to` says. A case that is
 * reopened has it anew.
 * Extensions and adjustments are asked for at any open task.
 */
export type CaseClockRule = Omit<ClockRule, 'id' | 'title' | 'limit' | 'from' | 'pauses'> & {
  title: string;
  limit: LimitRule | Omit<LimitAlternative, 'from'>[];
  /** Whose limit it is: it answers for it, and hears of it first. */
  by: Role;
  from?: Exclude<ClockStart, 'opened'>;
  /** What it is kept by, where that is not the end of the case: a stage settled with one of these outcomes. */
  to?: { settled: StageId; as: string[] };
  /** Grounds on which it stands still while a stage does, for as long as the stage does. Supplementing (补正) is always among them. */
  pausedWith?: Partial<Record<PauseGround, Citation>>;
};

export type ExtensionRule = {
  by: Role;
  /** All extensions together may not exceed this. */
  upTo: { amount: number; unit: 'working-day' | 'day' | 'hour' };
  times: number;
  basis: Citation;
};

/** The closed list of grounds on which a clock can stand still. */
export type PauseGround =
  | 'supplement' // 补正
  | 'hearing' // 听证
  | 'inspection' // 检验
  | 'testing' // 检测
  | 'appraisal' // 鉴定
  | 'expert-review' // 专家评审
  | 'third-party-opinion' // 征求第三方意见
  | 'dispute'; // 争议协调
export type PauseRule = { basis: Citation; by: Role; capWorkingDays?: number };

export type LadderId = 'ordinary' | 'inform-call' | 'once' | 'none';

export type Outcome = {
  title: string;
  /** The outcome is offered, and accepted, only while this holds over the facts of the case. */
  when?: Condition;
  demands?: Demand[];
  fields?: Fields;
  /** Stages that open. */
  opens?: Opening[];
  /** The case ends so, or as the named stage was settled. */
  ends?: Ending | { as: StageId };
  /** Facts set by this outcome. */
  sets?: Record<string, Fact>;
  /** Open tasks of these stages are cancelled. */
  cancels?: StageId[];
  effects?: Effect[];
};
export type Demand = 'reasons' | 'legalBasis' | 'fields';

export type ChildRule = {
  procedure: string;
  /** What the clocks of the waiting case do meanwhile. */
  clocks: 'run' | 'pause';
};

/**
 * When a duty comes up, in local time (+08:00), and the role in whose departments one case each is opened. The limit of the case is
 * that of its stages, as a rule a dated one.
 */
export type Recurrence = {
  every: PeriodLength;
  /** Month of the period in which the case opens (1 = its first) and day of that month. Default the first day. */
  opensOn?: { month?: number; day: number };
  holders: Role;
  /** Statutory where the text names the period, target where it says only "regularly". */
  kind: LimitKind;
  basis: Citation;
};

export type ActRules = {
  /** Parties who may take the case to a dispute procedure, and which. */
  dispute?: { by: Role[]; procedure: string; basis: Citation; clocks: 'run' | 'pause' };
  /** Ground on which a closed case may be reopened, who may, and where it goes on. */
  reopen?: { by: Role; from: Ending[]; opens: StageId[]; basis: Citation };
  /** 终止, where the text says more than `common-acts.ts` does for every procedure; null: the text does not let the case be ended so. */
  terminate?: TerminateRule | null;
  /** 调整事件等级: which choice of the form is the level, by its fact, and who may set another one on an open case, with reasons. */
  changeLevel?: LevelRule;
  /** 现场指挥: who may still take it, with reasons, after answering at first that it was not needed. */
  takeCommand?: CommandRule;
  /** Which stage an open task may be returned to, by its holder with reasons. */
  returns?: { from: StageId; to: StageId }[];
};

/** Roles that may end the case with reasons, never on the side that filed it, and as what. `basis` null: a rule of our own. */
export type TerminateRule = { by: Role[]; as: Ending; basis: Citation | null };

/** The stage `opens` once `after` is settled, as long as it has not been opened before. */
export type CommandRule = { by: Role; after: StageId; opens: StageId; basis: Citation };

/**
 * Limits that depend on the fact are counted anew, and stages that the new level calls for open, when it changes. `basis` null: the text has
 * no levels, the rule is ours.
 */
export type LevelRule = { fact: string; by: Role[]; basis: Citation | null };
