import type { Fields } from '../fields.ts';
import { target } from '../limits.ts';
import type { Citation, Jurisdiction } from '../regulations.ts';
import type { Role } from '../roles.ts';
import type {
  Demand,
  Edition,
  Effect,
  Ending,
  Family,
  LegalLimit,
  Outcome,
  Procedure,
  Seat,
  Stage,
  StageId,
} from '../schema.ts';

/** What one rule of the kind “经……批准后方可……” says. */
type Permit = {
  id: string;
  family: Family;
  jurisdiction: Jurisdiction;
  title: string;
  basis: Citation;
  edition: Edition;
  submitters: Role[];
  form: Fields;
  /** Who approves. Several: each must agree. */
  approver: Seat | Seat[];
  /** Name of the deciding stage. Default 审核. */
  stageTitle?: string;
  /** Default: a target of 5 working days. */
  within?: LegalLimit;
  /** What the approval settles; its required fields are demanded. */
  grant?: Fields;
  /** What a refusal must give besides reasons. */
  refusal?: Exclude<Demand, 'reasons'>[];
  /** The closed list of grounds on which it may be refused, value → Chinese label; a refusal names one, and gives its reasons. */
  grounds?: Record<string, string>;
  /** What the approval writes into the registers. */
  effects?: Effect[];
  /** What the approval puts the unit under, until it ends: the first of the stages opens, and the endings are theirs. */
  thereafter?: { stages: Record<StageId, Stage>; endings: Record<Ending, string> };
  houseRules?: string[];
};

const WORKING_DAYS = 5;

const refusal = ({ refusal: also = [], grounds }: Permit): Outcome => ({
  title: '不予批准',
  demands: ['reasons', ...also, ...(grounds === undefined ? [] : ['fields' as const])],
  ...(grounds === undefined
    ? {}
    : { fields: { ground: { title: '不予批准的情形', type: 'choice', options: grounds } } }),
  ends: 'refused',
});

/** 先批准、后实施: a request, decided before anything is done; a refusal gives reasons. */
export const permit = (text: Permit): Procedure => ({
  id: text.id,
  family: text.family,
  jurisdiction: text.jurisdiction,
  title: text.title,
  basis: text.basis,
  edition: text.edition,
  submitters: text.submitters,
  form: text.form,
  start: ['decide'],
  stages: {
    decide: {
      title: text.stageTitle ?? '审核',
      basis: text.basis,
      by: text.approver,
      ...(Array.isArray(text.approver) ? { agreement: 'all' as const } : {}),
      within: text.within ?? target(WORKING_DAYS, 'working-day', text.basis),
      outcomes: {
        approve: {
          title: '批准',
          ...(text.grant === undefined ? {} : { demands: ['fields' as const], fields: text.grant }),
          ...(text.effects === undefined ? {} : { effects: text.effects }),
          ...(text.thereafter === undefined
            ? { ends: 'approved' }
            : { opens: Object.keys(text.thereafter.stages).slice(0, 1) }),
        },
        refuse: refusal(text),
      },
    },
    ...text.thereafter?.stages,
  },
  endings: {
    ...(text.thereafter?.endings ?? { approved: '已批准' }),
    refused: '不予批准',
    withdrawn: '已撤回',
  },
  houseRules: [
    text.thereafter === undefined
      ? '批准以前不得实施；批准后的实施由申请单位负责，不另设环节。'
      : '批准以前不得实施。',
    ...(text.within === undefined ? ['审核时限条文未定，按5个工作日作为服务目标。'] : []),
    ...(text.houseRules ?? []),
  ],
});
