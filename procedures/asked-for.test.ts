import { describe, expect, it } from 'vitest';
import { askedFields } from './asked.ts';
import type { Fields } from './fields.ts';
import { allProcedures, procedureById } from './index.ts';
import { GRANT_TERM } from './readings.ts';
import type { Demand, Fact, Outcome, Procedure } from './schema.ts';

const procedure = (id: string): Procedure => procedureById(id) as Procedure;
const outcome = (id: string, stage: string, name: string): Outcome =>
  procedure(id).stages[stage]?.outcomes[name] as Outcome;

type Row = [
  says: string,
  asks: Fields | undefined,
  facts: Record<string, Fact>,
  field: string,
  how: 'demanded' | 'optional' | 'not asked',
];
const rows: Row[] = [
  [
    'LS-D 第五条（一） 附条件共享的提供依据',
    procedure('ls-catalogue-update').form,
    { shareType: 'conditional' },
    'legalBasis',
    'demanded',
  ],
  [
    'LS-D 第五条（一） 不予共享的提供依据',
    procedure('ls-catalogue-update').form,
    { shareType: 'none' },
    'legalBasis',
    'demanded',
  ],
  [
    'LS-D 第五条（一） 无条件共享的不必',
    procedure('ls-catalogue-update').form,
    { shareType: 'unconditional' },
    'legalBasis',
    'not asked',
  ],
  ['LS-D 第六条 格式', procedure('ls-catalogue-update').form, { op: 'add' }, 'format', 'demanded'],
  ['LS-D 第六条 更新频度', procedure('ls-catalogue-update').form, { op: 'modify' }, 'frequency', 'demanded'],
  [
    'LS-D 第六条 删除的不再问',
    procedure('ls-catalogue-update').form,
    { op: 'remove' },
    'shareType',
    'not asked',
  ],
  [
    'LY-D 第二十五条第二款（一） 改列有条件共享',
    outcome('ly-catalogue-update', 'update', 'updated').fields,
    { shareType: 'conditional' },
    'legalBasis',
    'demanded',
  ],
  [
    'LY-D 第二十五条第二款（一） 改列不予共享',
    outcome('ly-catalogue-update', 'update', 'updated').fields,
    { shareType: 'none' },
    'legalBasis',
    'demanded',
  ],
  [
    'LY-D 第二十五条第二款（一） 共享属性不变',
    outcome('ly-catalogue-update', 'update', 'updated').fields,
    {},
    'legalBasis',
    'not asked',
  ],
  [
    'LS-D 第三十条 不予开放的告知复核途径',
    outcome('ls-open-request', 'answer', 'refused').fields,
    {},
    'remedies',
    'demanded',
  ],
  ['DQ-L 第二十二条 持证主体载明证件号码', procedure('dq-licence-objection').form, {}, 'holder', 'demanded'],
  [
    'DQ-L 第二十二条 用证机构不必',
    procedure('dq-licence-objection').form,
    { objector: 'user' },
    'holder',
    'not asked',
  ],
  [
    'DQ-L 第二十二条 其他社会用证主体写名称',
    procedure('dq-licence-objection').form,
    { objector: 'other' },
    'objector',
    'demanded',
  ],
  ['LS-D 第五十三条 法律文书号', procedure('ls-enforcement-demand').form, {}, 'document', 'optional'],
  [
    'LY-E 第二十四条 自主安全可控情况',
    procedure('ly-project-evaluation').form,
    {},
    'controllable',
    'optional',
  ],
];

it.each(rows)('%s', (_says, asks, facts, field, how) => {
  const asked = askedFields(asks ?? {}, facts)[field];
  const is = asked === undefined ? 'not asked' : asked.required === false ? 'optional' : 'demanded';
  expect(is).toBe(how);
});

it('LY-D 第三十二条 asks nobody for a number of a document', () => {
  const types = Object.values(procedure('ly-open-catalogue-objection').form).map(({ type }) => type);
  expect(types).not.toContain('holder');
});

it.each([
  ['ls-publication-secrecy', 'decide', 'refuse'],
  ['dq-secrecy-review', 'decide', 'refuse'],
  ['ls-data-licence', 'supervise', 'revoke'],
])('%s %s:%s demands the reasons alone, as its article does', (id, stage, name) => {
  expect(outcome(id, stage, name).demands).toEqual(['reasons'] satisfies Demand[]);
});

it.each([
  ['review', 'included'],
  ['review', 'modified'],
  ['file', 'filed'],
  ['file', 'modified'],
])('DQ-D 第十四条 %s:%s tells the catalogue the whole entry, of a county as of the city', (stage, name) => {
  const { effects = [] } = outcome('dq-catalogue-entry', stage, name);
  expect(effects.find(({ register }) => register === 'resources')?.entry).toEqual({
    title: 'project',
    shareType: 'sharing',
    updateRhythm: 'cycle',
  });
});

it('an item of Daqing carries the clearing of systems that DQ-D 第十二条 wants regularly', () => {
  const assessments = allProcedures().filter(({ id }) => id === 'risk-assessment');
  const carrying = assessments.filter(
    ({ stages }) => 'cleanUp' in (stages.perform?.outcomes.done?.fields ?? {}),
  );
  expect(carrying.map(({ jurisdiction }) => jurisdiction)).toEqual(['dq']);
});

describe('a grant has a term: by LS-D 第二十二条, or by a rule of ours that says so', () => {
  /** 核定……截止时间等要素. */
  const BY_ARTICLE = ['ls-share-conditional', 'ls-share-restricted', 'ls-share-cross-level'];
  const outcomesOf = ({ stages }: Procedure) =>
    Object.values(stages).flatMap(({ outcomes }) => Object.values(outcomes));
  const grants = (each: Procedure): boolean =>
    [
      ...outcomesOf(each).flatMap(({ effects = [] }) => effects),
      ...Object.values(each.onEnding ?? {}).flat(),
    ].some(({ register, op }) => register === 'data-grants' && op === 'open');
  const demandsTerm = (each: Procedure): boolean =>
    [each.form, ...outcomesOf(each).map(({ fields = {} }) => fields)].some(
      ({ until }) => until !== undefined && until.required !== false,
    );

  it.each(
    allProcedures()
      .filter((each) => grants(each) && demandsTerm(each))
      .map((each) => [each.id, each] as const),
  )('%s', (id, each) => {
    expect(each.houseRules?.includes(GRANT_TERM)).toBe(!BY_ARTICLE.includes(id));
  });
});
