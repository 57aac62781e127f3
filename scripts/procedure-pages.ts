import { clockRules } from '../procedures/clock-rules.ts';
import { commonRules } from '../procedures/common-acts.ts';
import { diagramOf, limitsOf, limitText } from '../procedures/diagram.ts';
import { procedureById } from '../procedures/index.ts';
import { citationText, JURISDICTIONS } from '../procedures/regulations.ts';
import { ROLES } from '../procedures/roles.ts';
import type { Demand, Family, Outcome, Procedure, Stage } from '../procedures/schema.ts';
import { rolesOf } from '../procedures/seats.ts';
import { FAMILY_WORDS } from '../procedures/words.ts';

const NOTE = '<!-- 由 `npm run docs` 依 procedures/ 生成，请勿手改。 -->';
const DEMAND_WORDS: Record<Demand, string> = { reasons: '理由', legalBasis: '法律依据', fields: '填写内容' };

/** Path from the root → text of every page, made from the procedures alone: the same procedures, the same pages. */
export const procedurePages = (procedures: readonly Procedure[]): Map<string, string> => {
  const families = Object.keys(FAMILY_WORDS) as Family[];
  const pages = new Map([['docs/procedures.md', indexPage(procedures)]]);
  for (const family of families) {
    const own = procedures.filter((procedure) => procedure.family === family);
    if (own.length > 0) pages.set(`docs/procedures/${family}.md`, familyPage(family, own));
  }
  return pages;
};

/** A procedure of several jurisdictions has a section for each. */
const anchorOf = ({ id, jurisdiction }: Procedure): string =>
  id.startsWith(`${jurisdiction}-`) ? id : `${id}-${jurisdiction}`;

const indexPage = (procedures: readonly Procedure[]): string => {
  const rows = procedures.map((procedure) => {
    const { title, family, jurisdiction, basis, stages } = procedure;
    const link = `[${title}](procedures/${family}.md#${anchorOf(procedure)})`;
    const ofStages = Object.values(stages).flatMap(stageLimits);
    const limits = [
      ...new Set([...ofStages, ...caseLimits(procedure).map(({ title: name, text }) => `${name}${text}`)]),
    ].join('；');
    return row([
      link,
      JURISDICTIONS[jurisdiction].title,
      FAMILY_WORDS[family],
      citationText(basis),
      limits || '即时',
    ]);
  });
  const head = ['事项', '地区', '类别', '依据', '时限'];
  return page('办理事项', [`共${procedures.length}项。`, table(head, rows)]);
};

const familyPage = (family: Family, procedures: readonly Procedure[]): string =>
  page(FAMILY_WORDS[family], [
    '本系统对这些事项一律适用的规则，事项另有规定的除外：',
    [...new Set(procedures.flatMap(commonRules))].map((rule) => `- ${rule}`).join('\n'),
    ...procedures.flatMap(procedureSection),
  ]);

const procedureSection = (procedure: Procedure): string[] => {
  const { id, title, jurisdiction, basis, submitters, endings, recurrence, houseRules = [] } = procedure;
  const roles = submitters.map((role) => ROLES[role].title).join('、');
  return [
    `<a id="${anchorOf(procedure)}"></a>`,
    `## ${title}`,
    [
      `- 编号：\`${id}\`，版本 ${procedure.edition.id}`,
      `- 地区：${JURISDICTIONS[jurisdiction].title}`,
      `- 依据：${citationText(basis)}`,
      recurrence === undefined
        ? `- 可提出者：${roles}`
        : `- 责任者：${ROLES[recurrence.holders].title}（到期自动立案）`,
      ...caseLimits(procedure).map(({ title: name, holder, text }) => `- ${name}：${text}，由${holder}负责`),
      `- 办理结果：${Object.values(endings).join('、')}`,
      ...terminateLine(procedure),
    ].join('\n'),
    ['```mermaid', diagramOf(procedure).trimEnd(), '```'].join('\n'),
    ...(Object.keys(procedure.stages).length === 0 ? [] : [stageTable(procedure)]),
    ...(houseRules.length === 0
      ? []
      : ['条文未定、由本系统确定的：', houseRules.map((rule) => `- ${rule}`).join('\n')]),
  ];
};

/** 终止, where the text provides for it. */
const terminateLine = ({ acts }: Procedure): string[] => {
  const { by, as: _as, basis } = acts?.terminate ?? { by: [], as: '', basis: null };
  if (basis === null) return [];
  return [`- 可终止者：${by.map((role) => ROLES[role].title).join('、')}（${citationText(basis)}）`];
};

const stageTable = ({ stages }: Procedure): string =>
  table(
    ['环节', '承办', '时限', '处理结果', '依据'],
    Object.values(stages).map((stage) =>
      row([
        stage.title,
        [...new Set(rolesOf(stage).map((role) => ROLES[role].title))].join('、'),
        stageLimits(stage).join('；') || withoutLimit(stage),
        Object.values(stage.outcomes).map(outcomeText).join('；'),
        citationText(stage.basis),
      ]),
    ),
  );

const withoutLimit = ({ child, sharesClockOf }: Stage): string => {
  if (child !== undefined) return `另案办理：${procedureById(child.procedure)?.title ?? child.procedure}`;
  return sharesClockOf === undefined ? '—' : '与前一环节合并计算';
};

const stageLimits = (stage: Stage): string[] => [
  ...new Set(
    clockRules(stage)
      .flatMap(limitsOf)
      .map((limit) => limitText(limit)),
  ),
];

/** 全程时限, each with whose it is. */
const caseLimits = ({ caseClocks = {} }: Procedure) =>
  Object.values(caseClocks).map((rule) => ({
    title: rule.title,
    holder: ROLES[rule.by].title,
    text: limitsOf(rule)
      .map((limit) => limitText(limit))
      .join('或'),
  }));

const outcomeText = ({ title, when, demands = [] }: Outcome): string => {
  const notes = [
    ...(when === undefined ? [] : ['有条件']),
    ...(demands.length === 0 ? [] : [`须有${demands.map((demand) => DEMAND_WORDS[demand]).join('、')}`]),
  ];
  return notes.length === 0 ? title : `${title}（${notes.join('，')}）`;
};

const page = (title: string, parts: string[]): string => `${[`# ${title}`, NOTE, ...parts].join('\n\n')}\n`;
const table = (head: string[], rows: string[]): string =>
  [row(head), row(head.map(() => '---')), ...rows].join('\n');
const row = (cells: string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
