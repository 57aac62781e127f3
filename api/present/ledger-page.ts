import type { Ledger } from '../../calendar/index.ts';
import type { Clock } from '../../cases/index.ts';
import { ROLES } from '../../procedures/roles.ts';
import { GROUND_WORDS, KIND_WORDS, UNIT_WORDS } from '../../procedures/words.ts';
import type { ClockChange, ClockChanges } from './clock-changes.ts';
import { instantText } from './instants.ts';
import { type Documents, presentLimit } from './limit.ts';
import { rangeText } from './range.ts';

/** What a printed ledger shows. `departments`: their names by id. */
export type LedgerPage = {
  no: string;
  procedure: string;
  stage: string;
  clock: Clock;
  documents: Documents;
  changes: ClockChanges;
  departments: ReadonlyMap<string, string>;
  ledger: Ledger;
  calendarName: string;
  printedAtMs: number;
};

const WEEKDAYS = ['', '一', '二', '三', '四', '五', '六', '日'];
const DAY_KINDS = { working: '工作日', off: '休息日', unknown: '尚未公布' } as const;

export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const row = (name: string, ...texts: (string | null)[]): string =>
  `<tr><th scope="row">${name}</th><td>${texts
    .filter((text) => text !== null)
    .map((text) => escapeHtml(text ?? ''))
    .join('<br>')}</td></tr>`;

const endText = ({ dueAtMs, dueDay }: Clock): string =>
  dueAtMs === null ? '中止中，恢复后接续计算' : `${dueDay}，至 ${instantText(dueAtMs)} 止（不含）`;

const whoText = (by: ClockChange['by'], { departments }: LedgerPage): string | null =>
  by === 'system'
    ? null
    : `${ROLES[by.role].title}，${departments.get(by.department) ?? by.department}，${by.name}`;

/** Who did it, by which document, with what reasons. */
const groundsOf = ({ by, documentNo, reasons, legalBasis }: ClockChange, page: LedgerPage) => [
  whoText(by, page),
  documentNo === null ? null : `文号：${documentNo}`,
  reasons,
  legalBasis,
];

const pauseRows = (page: LedgerPage): string[] =>
  page.changes.pauses.map((pause) => {
    const { ground, fromMs, toMs } = pause;
    const until = toMs === null ? '至今' : `至 ${instantText(toMs)}`;
    return row('中止', `${GROUND_WORDS[ground]}：${instantText(fromMs)} ${until}`, ...groundsOf(pause, page));
  });

const extensionRows = (page: LedgerPage): string[] =>
  page.changes.extensions.map((extension) => {
    const { amount, unit, grantedAtMs } = extension;
    const by = unit === 'date' ? '另定日期' : `${amount} ${UNIT_WORDS[unit]}`;
    return row('延长', `${by}，${instantText(grantedAtMs)} 作出`, ...groundsOf(extension, page));
  });

const dayRows = ({ rows }: Ledger): string =>
  rows
    .map(
      ({ date, weekday, kind, closed, why, notice, counted, n }) =>
        `<tr${counted ? ' class="counted"' : ''}><td>${date}</td><td>${WEEKDAYS[weekday]}</td><td>${DAY_KINDS[kind]}${closed === undefined ? '' : '，停止办公'}</td>` +
        `<td>${escapeHtml(why)}</td><td>${escapeHtml(notice ?? '')}</td><td>${counted ? n : ''}</td></tr>`,
    )
    .join('\n');

/** A ledger as a page that prints on A4. No script; its one style sheet comes from beside it. */
export const ledgerPage = (page: LedgerPage): string => {
  const { no, procedure, stage, clock, documents, ledger, calendarName, printedAtMs } = page;
  const limit = presentLimit(clock.limit, documents);
  const documentNo = limit.setting?.documentNo ?? null;
  const amount = limit.amount === null ? '规定日期' : `${limit.amount} ${UNIT_WORDS[limit.unit]}`;
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>期限计算单 ${escapeHtml(no)}</title><link rel="stylesheet" href="/api/v1/ledger.css"></head>
<body>
<h1>期限计算单</h1>
<table class="facts">
${[
  row('办件', `${no}　${procedure}`),
  row('环节', stage),
  row(
    '期限',
    `${amount}（${KIND_WORDS[limit.kind]}）`,
    limit.basis,
    documentNo === null ? null : `服务目标设定文号：${documentNo}`,
  ),
  row('规则', ledger.rule),
  row('起算', instantText(clock.term.startMs)),
  ...pauseRows(page),
  ...extensionRows(page),
  row('届满', endText(clock), rangeText(clock)),
  row('日历', `${calendarName} 第 ${clock.calendar.version} 版`),
].join('\n')}
</table>
<table class="days">
<thead><tr><th>日期</th><th>星期</th><th>性质</th><th>计算</th><th>依据</th><th>第几日</th></tr></thead>
<tbody>
${dayRows(ledger)}
</tbody>
</table>
<p class="printed">${instantText(printedAtMs)} 生成</p>
</body>
</html>
`;
};

export const LEDGER_CSS = `@page { size: A4; margin: 18mm 15mm; }
body { font: 10.5pt/1.5 "Songti SC", SimSun, serif; max-width: 180mm; margin: 8mm auto; color: #000; background: #fff; }
h1 { font-size: 16pt; text-align: center; margin: 0 0 6mm; }
table { width: 100%; border-collapse: collapse; margin-bottom: 5mm; }
th, td { border: 0.5pt solid #444; padding: 1mm 2mm; text-align: left; vertical-align: top; }
.facts th { width: 18mm; }
.days thead { display: table-header-group; }
.days tr { break-inside: avoid; }
.days tr.counted td { font-weight: bold; }
.printed { text-align: right; }
@media print { body { margin: 0; max-width: none; } }
`;
