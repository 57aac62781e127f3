import type { Fields } from '../fields.ts';
import { emergencyForm, evidenceFields, GRADED_ALIKE, summaryFields } from '../forms/emergency.ts';
import { house } from '../limits.ts';
import type { Citation, Jurisdiction } from '../regulations.ts';
import type { Role } from '../roles.ts';
import type { Condition, Edition, LegalLimit, Outcome, Procedure, Stage } from '../schema.ts';
import { counted, type FromFinding } from './emergency.ts';

/** One thing the text demands: what it is called, where it stands, within what limit. */
type Duty = { title: string; basis: Citation; within: LegalLimit };

/** What the text says of an incident for which a plan is started; everything else is the same for all. */
export type ResponseText = {
  id: string;
  jurisdiction: Jurisdiction;
  edition: Edition;
  title: string;
  basis: Citation;
  /** The plan is started; counted from the finding. */
  respond: Duty;
  /** Measures that keep it from spreading; counted from the start of the plan. */
  contain: Duty;
  /** The report, counted from the finding, and who receives it. */
  report: Duty & { to: Role; received: string };
  /** A further report, when incidents of this kind reach beyond the unit's own system; counted from when that was known. */
  beyond?: Duty;
  houseRules?: string[];
};

const AFFECTS_OTHERS: Condition = { fact: 'affectsOthers', in: [true] };
/** Known when it was found; what only the measures have shown counts from then. */
const KNOWN_AT_FINDING: Condition = { not: { settled: 'contain' } };

/** 应急响应: the plan is started and the report is made side by side; closed when contained and received, by another person. */
export const response = (text: ResponseText): Procedure => {
  const alarm: Outcome['opens'] =
    text.beyond === undefined ? [] : [{ stage: 'report-beyond', when: AFFECTS_OTHERS }];
  return {
    id: text.id,
    family: 'incident',
    jurisdiction: text.jurisdiction,
    title: text.title,
    basis: text.basis,
    edition: text.edition,
    submitters: ['duty-officer'],
    form: form(text),
    start: ['respond', 'report', ...alarm],
    stages: {
      respond: byDuty(text.respond, true, {
        started: { title: '已启动应急响应', opens: ['contain'] },
      }),
      contain: byDuty(text.contain, undefined, {
        contained: {
          title: '事态已控制',
          demands: ['fields'],
          fields: {
            measures: { title: '应急措施', type: 'text', maxLength: 4000 },
            ...evidenceFields,
            ...beyondField(text, false),
          },
          opens: [...alarm, 'close'],
        },
      }),
      report: byDuty(text.report, true, {
        reported: {
          title: '已报告',
          demands: ['fields'],
          fields: { report: { title: '报告内容', type: 'text', maxLength: 4000 } },
          opens: ['receive'],
        },
      }),
      receive: {
        title: text.report.received,
        basis: text.report.basis,
        by: text.report.to,
        within: house(30, 'minute', text.report.basis),
        outcomes: { received: { title: '已接报', opens: ['close'] } },
      },
      ...(text.beyond === undefined
        ? {}
        : {
            'report-beyond': byDuty(text.beyond, KNOWN_AT_FINDING, {
              reported: {
                title: '已报告',
                demands: ['fields'],
                fields: { report: { title: '报告内容', type: 'text', maxLength: 4000 } },
              },
            }),
          }),
      close: closing(text),
    },
    endings: { closed: '处理完毕' },
    acts: {
      changeLevel: { fact: 'level', by: ['duty-officer', text.report.to], basis: null },
    },
    houseRules: [
      `${GRADED_ALIKE}级别可随时调高调低，由值班人员或接报单位提出并说明理由，时限和通报对象与级别无关，不因此变动；这是本系统规则。`,
      '接报按30分钟、结案报告按5个工作日，是本系统规则；处置由值班人员承担，结案由数据安全负责人核验。',
      ...(text.houseRules ?? []),
    ],
  };
};

const form = (text: ResponseText): Fields => ({
  ...emergencyForm,
  ...beyondField(text, true),
});

const beyondField = ({ beyond }: ResponseText, required: boolean): Fields =>
  beyond === undefined
    ? {}
    : {
        affectsOthers: {
          title: '是否可能影响其他平台',
          type: 'flag',
          required,
          steers: 'affectsOthers',
        },
      };

const byDuty = (
  { title, basis, within }: Duty,
  fromFinding: FromFinding | undefined,
  outcomes: Record<string, Outcome>,
): Stage => ({
  title,
  basis,
  by: 'duty-officer',
  clocks: [counted(within, fromFinding)],
  outcomes,
});

const closing = ({ basis, beyond }: ResponseText): Stage => ({
  title: '结案报告',
  basis,
  by: 'security-lead',
  join: ['contain', 'receive'],
  ...(beyond === undefined ? {} : { gateNoneOpen: ['report-beyond'] }),
  within: house(5, 'working-day', basis),
  outcomes: {
    filed: {
      title: '已归档',
      demands: ['fields'],
      fields: summaryFields,
      ends: 'closed',
    },
  },
});
