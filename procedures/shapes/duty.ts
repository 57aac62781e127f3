import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { house } from '../limits.ts';
import type { Citation, Jurisdiction } from '../regulations.ts';
import type { Role } from '../roles.ts';
import type {
  Condition,
  DatedLimit,
  Edition,
  Effect,
  LegalLimit,
  LimitKind,
  Opening,
  Outcome,
  Procedure,
  Recurrence,
  Stage,
  StageId,
} from '../schema.ts';

/** What the text says of one recurring duty; everything else is the same for all. */
export type DutyText = {
  id: string;
  jurisdiction: Jurisdiction;
  edition: Edition;
  title: string;
  basis: Citation;
  /** Whose duty it is: one case each for the departments in which somebody holds this role. */
  holder: Role;
  every: Recurrence['every'];
  /** `statutory` where the text names the period, `target` where it says only 定期. */
  kind: LimitKind;
  /** Default: when the year begins; of a shorter period, when its last month begins. */
  opensOn?: Recurrence['opensOn'];
  /** Default: the last day of the period. */
  limit?: DatedLimit;
  /** What the holder records beside its report. */
  fields?: Fields;
  /** What the holder says by having performed it. Default 已完成. */
  done?: string;
  /**
   * Another report of the same turn where its period is the month (1 … 12) that the text names: due on the last day of it, whenever the
   * first is. Both are received together.
   */
  alongside?: { stage: StageId; month: number; title: string; fields: Fields };
  /** To whom the text wants it reported. Several roles: each receives it. */
  receive?: {
    by: Role | Role[];
    title: string;
    basis?: Citation;
    within?: LegalLimit;
    /** What its reception tells the registers. */
    effects?: Effect[];
  };
  /** What it can come to that somebody has to deal with before the duty is done. Not together with `receive`. */
  found?: {
    /** The holder's decision that there is such a thing, and what it then records. */
    title: string;
    fields: Fields;
    /** Who deals with it, and what is recorded of that. */
    dealWith: {
      title: string;
      by: Role;
      basis?: Citation;
      within: LegalLimit;
      done: string;
      fields: Fields;
      effects?: Effect[];
    };
  };
  /** What whoever received it does with it afterwards, and what that can come to. */
  afterwards?: {
    by: Role;
    title: string;
    basis?: Citation;
    within: LegalLimit;
    outcomes: Record<string, Outcome>;
  };
  houseRules?: string[];
};

/** 所属期间: the period of a turn, or the one that a filing names; the date of the limit is that of this period. */
const PERIOD = 'period';
const MONTH_OF_PERIOD = { month: 1, quarter: 3, 'half-year': 6, year: 1 } as const;

/**
 * 经常性工作: one case for each duty-holder and period. The holder performs it by the end of the period and records it; where the text
 * wants it reported, it is received, or sent back with reasons to be completed and received again.
 */
export const duty = (text: DutyText): Procedure => {
  const { receive } = text;
  return {
    id: text.id,
    family: 'duty',
    jurisdiction: text.jurisdiction,
    title: text.title,
    basis: text.basis,
    edition: text.edition,
    submitters: [text.holder],
    form: { [PERIOD]: { title: '所属期间', type: 'period', every: text.every, steers: PERIOD } },
    start: ['perform', ...openingAlongside(text)],
    stages: {
      perform: perform(text),
      ...alongside(text),
      ...(receive === undefined ? {} : reception(text, receive)),
      ...(text.found === undefined ? {} : dealing(text.basis, text.found)),
      ...(text.afterwards === undefined ? {} : followUp(text.basis, text.afterwards)),
    },
    endings: { done: '已完成' },
    recurrence: {
      every: text.every,
      opensOn: text.opensOn ?? { month: MONTH_OF_PERIOD[text.every], day: 1 },
      holders: text.holder,
      kind: text.kind,
      basis: text.basis,
    },
    houseRules: text.houseRules ?? [],
  };
};

/** What is reported is asked of for secrecy as a form is: a duty comes up without one. */
const REPORT: Fields = { report: { title: '完成情况', type: 'text', maxLength: 4000 }, ...CLASSIFIED };

const perform = (text: DutyText): Stage => ({
  title: text.title,
  basis: text.basis,
  by: text.holder,
  within: { ...(text.limit ?? endOfPeriod(text)), datedBy: { fact: PERIOD } },
  outcomes: {
    done: {
      title: text.done ?? '已完成',
      demands: ['fields'],
      fields: { ...REPORT, ...text.fields },
      ...(text.receive === undefined ? { ends: 'done' } : { opens: [receptionOf(text)] }),
    },
    ...(text.found === undefined ? {} : { found: finding(text, text.found) }),
  },
});

const finding = ({ fields }: DutyText, found: NonNullable<DutyText['found']>): Outcome => ({
  title: found.title,
  demands: ['fields'],
  fields: { ...REPORT, ...fields, ...found.fields },
  opens: ['deal-with'],
});

const dealing = (
  ofDuty: Citation,
  { dealWith: { title, by, basis = ofDuty, within, done, fields, effects } }: NonNullable<DutyText['found']>,
): Record<string, Stage> => ({
  'deal-with': {
    title,
    basis,
    by,
    within,
    outcomes: {
      done: {
        title: done,
        demands: ['fields'],
        fields,
        ...(effects === undefined ? {} : { effects }),
        ends: 'done',
      },
    },
  },
});

/** In a turn with two reports the second that comes in brings them to reception. */
const receptionOf = ({ alongside }: DutyText): Opening =>
  alongside === undefined
    ? 'receive'
    : { stage: 'receive', when: { any: [{ not: inMonthOf(alongside) }, { settled: alongside.stage }] } };

const inMonthOf = ({ month }: { month: number }): Condition => ({ month, of: PERIOD });

const openingAlongside = ({ alongside }: DutyText): Opening[] =>
  alongside === undefined ? [] : [{ stage: alongside.stage, when: inMonthOf(alongside) }];

const alongside = (text: DutyText): Record<StageId, Stage> => {
  const { alongside: other, basis, holder } = text;
  return other === undefined
    ? {}
    : {
        [other.stage]: {
          title: other.title,
          basis,
          by: holder,
          within: { ...endOfPeriod(text), datedBy: { fact: PERIOD } },
          outcomes: {
            done: {
              title: '已完成',
              demands: ['fields'],
              fields: { ...other.fields, ...CLASSIFIED },
              opens: [{ stage: 'receive', when: { settled: 'perform' } }],
            },
          },
        },
      };
};

/** The last day of the period: a case of a year opens with it, one of a shorter period in its last month. */
const endOfPeriod = ({ every, kind, basis }: DutyText): DatedLimit => ({
  unit: 'date',
  rule: { kind: 'period-end', of: every },
  move: 'none',
  kind,
  basis,
});

const reception = (
  text: DutyText,
  {
    by,
    title,
    basis = text.basis,
    within = house(5, 'working-day', basis),
    effects,
  }: NonNullable<DutyText['receive']>,
): Record<string, Stage> => ({
  receive: {
    title,
    basis,
    by,
    ...(Array.isArray(by) ? { agreement: 'all' as const } : {}),
    repeats: true,
    within,
    outcomes: {
      received: {
        title: '已接收',
        ...(effects === undefined ? {} : { effects }),
        ...(text.afterwards === undefined ? { ends: 'done' } : { opens: ['follow-up'] }),
      },
      incomplete: { title: '内容不全，退回补充', demands: ['reasons'], opens: ['complete'] },
    },
  },
  complete: {
    title: '补充报送',
    basis,
    by: text.holder,
    repeats: true,
    within: house(5, 'working-day', basis),
    outcomes: { done: { title: '已补充', demands: ['fields'], fields: REPORT, opens: ['receive'] } },
  },
});

const followUp = (
  ofDuty: Citation,
  { by, title, basis = ofDuty, within, outcomes }: NonNullable<DutyText['afterwards']>,
): Record<string, Stage> => ({
  'follow-up': {
    title,
    basis,
    by,
    within,
    outcomes: Object.fromEntries(
      Object.entries(outcomes).map(([id, outcome]) => [id, { ...outcome, ends: 'done' }]),
    ),
  },
});
