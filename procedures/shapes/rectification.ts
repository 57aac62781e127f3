import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { house, target } from '../limits.ts';
import type { Citation, Jurisdiction } from '../regulations.ts';
import type {
  ClockRule,
  Condition,
  Edition,
  LegalLimit,
  Procedure,
  Seat,
  Stage,
  StageId,
} from '../schema.ts';

/** What the text says of one way to have a fault put right after supervision found it. */
type RectificationText = {
  id: string;
  jurisdiction: Jurisdiction;
  edition: Edition;
  title: string;
  basis: Citation;
  /** What the supervised unit is found wanting in, each with its number in the text. */
  grounds: Record<string, string>;
  /** Working days to put it right, a target; the notifying department may set another time, case by case. */
  withinWorkingDays: number;
  /** Another text that has the same course, and the matter that the form says for it; this one's own matter is the first choice. */
  alsoUnder?: { basis: Citation; matters: { own: string; other: string } };
  /** Where the text wants an unheeded notice taken further: the stages `report-up` and what it opens. */
  furtherSteps?: Record<StageId, Stage>;
  houseRules: string[];
};

/** 被通知单位: whose own administrator has it put right. */
const UNIT: Seat = { role: 'unit-platform-administrator', department: 'unit' };

const DONE: Fields = { measures: { title: '整改情况', type: 'text', maxLength: 4000 } };

/**
 * 整改: notified by the department that supervises, put right by the unit concerned, checked by another person. What is
 * not put right is taken further where the text says so; the unit stays bound until the check has passed.
 */
export const rectification = (text: RectificationText): Procedure => {
  const { basis, furtherSteps = {} } = text;
  const { form, limit } = byMatter(text);
  const upwards = 'report-up' in furtherSteps ? ['report-up'] : [];
  return {
    id: text.id,
    family: 'project',
    jurisdiction: text.jurisdiction,
    title: text.title,
    basis,
    edition: text.edition,
    submitters: ['platform-manager'],
    form: {
      unit: { title: '整改单位', type: 'department', steers: 'unit' },
      ...form,
      resource: { title: '所涉数据资源', type: 'resource', required: false },
      ground: { title: '整改事由', type: 'choice', options: text.grounds },
      finding: { title: '发现的问题', type: 'text', maxLength: 4000 },
      demand: { title: '整改要求', type: 'text', maxLength: 4000 },
      ...CLASSIFIED,
    },
    start: ['rectify'],
    stages: {
      rectify: {
        title: '整改并报告结果',
        basis,
        by: UNIT,
        repeats: true,
        clocks: [
          {
            limit: limit((of) => target(text.withinWorkingDays, 'working-day', of)),
            onMissed: upwards,
            adjustable: { by: 'platform-manager', basis },
          },
        ],
        outcomes: { done: { title: '已整改', demands: ['fields'], fields: DONE, opens: ['verify'] } },
      },
      verify: {
        title: '核验整改结果',
        basis,
        by: 'supervisor',
        repeats: true,
        clocks: [{ limit: limit((of) => house(5, 'working-day', of)) }],
        outcomes: {
          passed: { title: '整改到位', opens: ['conclude'] },
          failed: { title: '未整改到位', demands: ['reasons'], opens: ['rectify', ...upwards] },
        },
      },
      ...furtherSteps,
      conclude: {
        title: '结案归档',
        basis,
        by: 'platform-manager',
        gateNoneOpen: Object.keys(furtherSteps),
        clocks: [{ limit: limit((of) => house(5, 'working-day', of)) }],
        outcomes: { filed: { title: '已归档', ends: 'rectified' } },
      },
    },
    endings: { rectified: '已整改' },
    houseRules: [
      '整改时限由通知整改的部门逐案规定（调整时限并说明理由）；未规定的按服务目标。',
      '送达通知写明的整改单位，由其平台管理员承办；所涉数据资源不是都有，有的才填。',
      '整改由被通知单位、核验由监督人员办理，核验未通过即继续整改，不因时间经过而了结。',
      ...text.houseRules,
    ],
  };
};

/** The question which matter it is, and each limit cited from the text that has that matter. */
const byMatter = ({
  basis,
  alsoUnder,
}: RectificationText): {
  form: Fields;
  limit: (of: (basis: Citation) => LegalLimit) => ClockRule['limit'];
} => {
  if (alsoUnder === undefined) return { form: {}, limit: (of) => of(basis) };
  const other: Condition = { fact: 'matter', in: ['other'] };
  return {
    form: { matter: { title: '所涉工作', type: 'choice', options: alsoUnder.matters, steers: 'matter' } },
    limit: (of) => [
      { when: other, limit: of(alsoUnder.basis) },
      { when: { not: other }, limit: of(basis) },
    ],
  };
};
