/** How many working-day additions a second, beside two libraries, in one process and interleaved so that a busy machine
 *  slows all alike. Run: `npx tsx bench/calendar.ts`. date-fns knows no make-up days and answers another question; it is
 *  here for scale. */
import chineseDays from 'chinese-days';
import { addBusinessDays } from 'date-fns';
import {
  addWorkingDays,
  dayFromText,
  deadlineOf,
  ledgerOf,
  openCalendar,
  remainingOf,
  startOfDayMs,
  type Term,
  textOfDay,
} from '../calendar/index.ts';
import { calendars, composeCalendar, parentsOf, releases } from '../calendar/tables.ts';

const ROUNDS = 5;
const compact = composeCalendar(releases, {
  calendarId: 'cn',
  parents: parentsOf(calendars, 'cn'),
  from: '2025-01-01',
  to: '2028-12-31',
});
const cal = openCalendar(compact);
const first = dayFromText('2026-01-01');
const starts = Array.from({ length: 256 }, (_, i) => first + i);
const texts = starts.map(textOfDay);
const dates = texts.map((text) => new Date(`${text}T00:00:00Z`));
const terms = starts.map(
  (day): Term => ({
    startMs: startOfDayMs(day) + 36_000_000,
    limit: { amount: 20, unit: 'working-day' },
    extensions: [],
    pauses: [],
  }),
);
const paused = terms.map(
  (term): Term => ({
    ...term,
    extensions: [{ amount: 10, unit: 'working-day' }],
    pauses: [{ fromMs: term.startMs + 400_000_000, toMs: term.startMs + 1_200_000_000 }],
  }),
);

/** What is summed up must not be optimised away. */
let sink = 0;
type Lane = { name: string; calls: number; run: (i: number) => number };
const lanes: Lane[] = [
  { name: 'addWorkingDays(20)', calls: 20_000_000, run: (i) => addWorkingDays(cal, starts[i & 255]!, 20) },
  {
    name: 'deadlineOf 20 working days',
    calls: 300_000,
    run: (i) => deadlineOf(cal, terms[i & 255]!)!.dueAtMs,
  },
  {
    name: 'deadlineOf 20 + 10, one pause',
    calls: 300_000,
    run: (i) => deadlineOf(cal, paused[i & 255]!)!.dueAtMs,
  },
  {
    name: 'remainingOf',
    calls: 200_000,
    run: (i) => {
      const term = terms[i & 255]!;
      const left = remainingOf(cal, term, term.startMs + 500_000_000);
      return 'workingDays' in left ? left.workingDays : 0;
    },
  },
  { name: 'ledgerOf 20 working days', calls: 5_000, run: (i) => ledgerOf(cal, terms[i & 255]!).rows.length },
  { name: 'openCalendar again (memo)', calls: 200_000, run: () => openCalendar(compact).firstDay },
  {
    name: 'date-fns addBusinessDays(20)',
    calls: 100_000,
    run: (i) => addBusinessDays(dates[i & 255]!, 20).getTime(),
  },
  {
    name: 'chinese-days findWorkday(20)',
    calls: 4_000,
    run: (i) => chineseDays.findWorkday(20, texts[i & 255]!).length,
  },
];

const perSecond = ({ calls, run }: Lane): number => {
  const from = process.hrtime.bigint();
  for (let i = 0; i < calls; i++) sink += run(i);
  return (calls * 1e9) / Number(process.hrtime.bigint() - from);
};
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const rates = new Map<string, number[]>(lanes.map(({ name }) => [name, []]));
for (const lane of lanes) perSecond({ ...lane, calls: Math.ceil(lane.calls / 10) });
for (let round = 0; round < ROUNDS; round++)
  for (const lane of lanes) rates.get(lane.name)!.push(perSecond(lane));

console.table(
  Object.fromEntries(
    lanes.map(({ name }) => {
      const values = rates.get(name)!;
      const round = (n: number): string => Math.round(n).toLocaleString('en');
      return [
        name,
        {
          'median/s': round(median(values)),
          'slowest/s': round(Math.min(...values)),
          'fastest/s': round(Math.max(...values)),
        },
      ];
    }),
  ),
);
console.log(`compact calendar of 4 years: ${JSON.stringify(compact).length} bytes; check sum ${sink % 997}`);
