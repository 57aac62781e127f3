import { expect, it } from 'vitest';
import { type Procedure, procedureById } from '../../procedures/index.ts';
import type { ClockRule, Stage } from '../../procedures/schema.ts';
import { actor, at, PureCase } from '../../test/support/pure-case.ts';
import { actsOnClock } from '../clock-history.ts';
import { presentChanges } from './clock-changes.ts';
import { ledgerPage } from './ledger-page.ts';
import type { Writings } from './task.ts';

const share = procedureById('lz-share-conditional') as Procedure;
const { basis } = share;
const by = 'platform-manager';
const clocks: ClockRule[] = [
  {
    limit: { amount: 5, unit: 'working-day', kind: 'statutory', basis },
    pauses: { testing: { basis, by } },
    extension: { by, upTo: { amount: 5, unit: 'working-day' }, times: 1, basis },
  },
];
const stages = { ...share.stages, review: { ...(share.stages.review as Stage), clocks } };

const theCase = new PureCase('made-up-for-this-test', { procedure: { ...share, stages } }).submit(
  '2026-11-23T10:00',
);
const [task, manager] = ['review-1', actor(by)];
theCase
  .must({ type: 'pause', task, ground: 'testing', gives: ['reasons'] }, '2026-11-24T10:00', manager)
  .must({ type: 'resume', task, gives: [] }, '2026-11-26T10:00', manager)
  .must({ type: 'extend', task, amount: 3, gives: ['reasons'] }, '2026-11-27T10:00', manager);

/** What was written with the pause and with the extension. */
const writingsOf = (commandId: string): Writings | null => {
  const event = theCase.events.find((each) => each.commandId === commandId);
  const written = { legalBasis: null, fields: null, audience: null };
  if (event?.type === 'ClockPaused')
    return { ...written, reasons: '须补做检测', documentNo: '数函〔2026〕9号' };
  if (event?.type === 'ClockExtended') return { ...written, reasons: '案情<复杂>', documentNo: null };
  return null;
};
const clock = theCase.state.clocks[task]!;
const page = ledgerPage({
  documents: new Map(),
  ...{ no: 'T-1', procedure: share.title, stage: '审核', clock, calendarName: '日历' },
  changes: presentChanges(actsOnClock(theCase.events, task), {
    names: new Map([[manager.personId, '赵经理']]),
    writingsOf,
    authorOf: () => null,
  }),
  departments: new Map([[manager.department, '科技发展局']]),
  ledger: { rule: '规则', rows: [], dueDay: clock.dueDay, dueAtMs: clock.dueAtMs, provisional: false },
  printedAtMs: at('2026-11-27T11:00'),
});
const rowOf = (name: string): string =>
  page.split('\n').find((line) => line.startsWith(`<tr><th scope="row">${name}</th>`)) ?? '';

it('a pause is printed with its ground, its time, who made it, the number of its document and its reasons', () => {
  expect(rowOf('中止')).toBe(
    '<tr><th scope="row">中止</th><td>检测：2026年11月24日10:00 至 2026年11月26日10:00<br>平台管理单位，科技发展局，赵**<br>文号：数函〔2026〕9号<br>须补做检测</td></tr>',
  );
});
it('an extension is printed with its amount, its date, who approved it and the reasons', () => {
  expect(rowOf('延长')).toBe(
    '<tr><th scope="row">延长</th><td>3 个工作日，2026年11月27日10:00 作出<br>平台管理单位，科技发展局，赵**<br>案情&lt;复杂&gt;</td></tr>',
  );
});
it('an end at midnight is printed as the 24th hour of the last day', () => {
  const [year, month, day] = (clock.dueDay ?? '').split('-');
  expect(rowOf('届满')).toContain(`${clock.dueDay}，至 ${year}年${month}月${day}日24:00 止`);
});
