import { expect, it } from 'vitest';
import { clockRules } from './clock-rules.ts';
import { allProcedures } from './index.ts';
import type { ClockRule, LimitRule, Procedure, Stage } from './schema.ts';

/**
 * Every limit that a text of Anhui, Luoyang, Lhasa or Daqing itself sets: whom it binds, how long, from what, in which article, and who
 * may extend it by how much. A copy of its own, checked by hand against the texts; nothing else there may be called statutory.
 */
const LIMITS = `
ah-service-suspension (case) · unit-platform-administrator · until lastDay · submitted · AH 第六条第二款
ah-level-assessment perform · security-lead · period-end year in period · opened · AH 第十二条
ly-correction verify · data-provider · 10 working-day · submitted · LY-D 第十九条第二款 · +10 data-provider-head ×1
ly-catalogue-update apply · unit-platform-administrator · 10 working-day · changedAt · LY-D 第十四条第一款
ly-catalogue-update review · platform-manager · 5 working-day · opened · LY-D 第十四条第二款
ly-open-request answer · data-provider · 10 working-day · submitted · LY-D 第三十三条第二款 · +10 data-provider-head ×1
ly-open-catalogue-objection answer · data-provider · 10 working-day · submitted · LY-D 第三十二条第三款 · +10 data-provider-head ×1
ly-project plan · unit-platform-administrator · month-end 9 in plannedYear -1 · opened · LY-E 第七条
ly-monthly-progress perform · platform-manager · day-of-month 25 in period · opened · LY 第四项
ly-monthly-progress report-year · platform-manager · period-end month in period · opened · LY 第四项
ly-annual-department perform · unit-platform-administrator · month-end 1 in period · opened · LY-D 第四十七条第一款
ly-annual-agency perform · platform-manager · month-end 2 in period · opened · LY-D 第四十七条第二款
ly-evaluation perform · platform-manager · period-end year in period · opened · LY-D 第四十六条第一款
ls-share-conditional authorise · data-provider · 5 working-day · opened · LS-D 第十九条第二款
ls-correction verify · data-provider · 5 working-day · opened · LS-D 第二十三条第二款
ls-catalogue-update update · unit-platform-administrator · 7 working-day · changedAt · LS-D 第七条第一款
ls-catalogue-yearly perform · platform-manager · period-end year in period · opened · LS-D 第六条
ls-evaluation perform · platform-manager · period-end year in period · opened · LS-D 第四十四条
ls-annual-inspection perform · platform-manager · period-end year in period · opened · LS-D 第四十七条第二款
dq-correction-own mark · platform-manager · 1 working-day · receivedAt · DQ-D 第三十三条
dq-correction-own decide · platform-manager · 2 working-day · receivedAt · DQ-D 第三十三条（一）
dq-correction-own verify · responsible-department · 5 working-day · opened · DQ-D 第三十三条（二）
dq-correction-dept mark · platform-manager · 1 working-day · receivedAt · DQ-D 第三十三条
dq-correction-dept hand-over · platform-manager · 2 working-day · receivedAt · DQ-D 第三十三条（二）
dq-correction-dept verify · responsible-department · 5 working-day · opened · DQ-D 第三十三条（二）
dq-licence-catch-up catch-up · licence-issuer · 3 working-day · clearedAt · DQ-L 第十五条
dq-licence-objection mark · licence-issuer · 2 working-day · receivedAt · DQ-L 第二十二条
dq-licence-objection verify · licence-issuer · 5 working-day · receivedAt · DQ-L 第二十二条`;

/**
 * Outcomes for which the text wants a basis in law beside the reasons: LY-D 第二十五条、第三十一条至第三十三条, LS-D 第五条（一）,
 * DQ-D 第二十一条、第二十二条, DQ-L 第二十九条.
 */
const WITH_BASIS = `
ly-share review:refuse
ly-share ask-provider:disagree
ly-share coordinate:upheld
ly-share coordinate-scope:kept
ly-open-request identify:closed
ly-open-request answer:refuse
ly-open-catalogue-objection answer:refuse
ls-share-conditional authorise:refuse
dq-share-unconditional grant:refuse
dq-share-conditional review:refuse
dq-channel-exception decide:refuse
dq-project accept:refuse`;

const lines = (text: string): string[] => text.trim().split('\n');
const cities = allProcedures().filter(({ jurisdiction }) => jurisdiction !== 'lz');

const limitText = (limit: LimitRule): string => {
  if (limit.unit !== 'date') return `${limit.amount} ${limit.unit}`;
  if ('until' in limit) return `until ${limit.until.fact}`;
  const { kind, ...rest } = limit.rule;
  const period = 'datedBy' in limit ? ['in', ...Object.values(limit.datedBy)] : [];
  return [kind, ...Object.values(rest), ...period].join(' ');
};
const startText = ({ from = 'opened' }: ClockRule): string =>
  typeof from === 'string' ? from : Object.values(from).join(' ');
const seatText = ({ by }: Stage): string =>
  [by]
    .flat()
    .flatMap((seat) => (typeof seat === 'string' ? seat : seat.role))
    .join('+');
const extensionText = ({ extension }: ClockRule): string[] =>
  extension === undefined ? [] : [`+${extension.upTo.amount} ${extension.by} ×${extension.times}`];

const statutoryOf = ({ id, stages, caseClocks = {} }: Procedure): string[] => {
  const lineOf = (where: string, whose: string, rule: ClockRule): string[] =>
    [rule.limit]
      .flat()
      .map((alternative) => ('when' in alternative ? alternative.limit : alternative))
      .filter(({ kind }) => kind === 'statutory')
      .map((limit) =>
        [
          ...[`${id} ${where}`, whose, limitText(limit), startText(rule)],
          ...[`${limit.basis.regulation} ${limit.basis.article}`, ...extensionText(rule)],
        ].join(' · '),
      );
  return [
    ...Object.entries(stages).flatMap(([name, stage]) =>
      clockRules(stage).flatMap((rule) => lineOf(name, seatText(stage), rule)),
    ),
    ...Object.values(caseClocks).flatMap((rule) =>
      lineOf('(case)', rule.by, { ...rule, from: rule.from ?? 'submitted' }),
    ),
  ];
};

it('the limits called statutory are those of the texts, each on whom, from when and in which article it is set', () => {
  expect(cities.flatMap(statutoryOf).toSorted()).toEqual(lines(LIMITS).toSorted());
});

it('nobody may extend a limit but where an article says so', () => {
  const extended = cities.flatMap(({ id, stages }) =>
    Object.values(stages).flatMap((stage) =>
      clockRules(stage).flatMap(({ extension }) => (extension === undefined ? [] : [id])),
    ),
  );
  expect(extended.toSorted()).toEqual(['ly-correction', 'ly-open-catalogue-objection', 'ly-open-request']);
});

it.each(lines(WITH_BASIS))('%s demands reasons and a basis in law', (line) => {
  const [id, decision = ''] = line.split(' ');
  const [stage = '', outcome = ''] = decision.split(':');
  const demands = cities.find((procedure) => procedure.id === id)?.stages[stage]?.outcomes[outcome]?.demands;
  expect(demands).toEqual(expect.arrayContaining(['reasons', 'legalBasis']));
});
