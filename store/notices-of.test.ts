import { expect, it } from 'vitest';
import { actor, at, PureCase } from '../test/support/pure-case.ts';
import { noticesOf } from './notices-of.ts';

const MORNING = '2026-11-23T09:00';

/** Who is told that the case is closed. */
const toldOfTheEnd = ({ events, state }: PureCase): string[] =>
  noticesOf(events.at(-1)!, state, 'p-duty')
    .filter(({ kind }) => kind === 'case-closed')
    .map(({ to_role, to_person }) => String(to_role ?? to_person));

it('everybody who was alarmed hears that it was a false alarm, each once; of another end the requester alone', () => {
  const virus = () =>
    new PureCase('lz-incident-virus')
      .submit(MORNING, { foundAt: at(MORNING), systemKind: 'website', level: 'IV' })
      .decide('clean', 'cannot-clean', MORNING)
      .decide('inform', 'informed', MORNING);
  const alarm = virus().must({ type: 'terminate', gives: ['reasons'] }, MORNING, actor('platform-manager'));
  expect(toldOfTheEnd(alarm).toSorted()).toEqual([
    ...['duty-officer', 'p-duty', 'party-office', 'security-lead', 'unit-head'],
  ]);
  const handled = virus().decide('inform', 'informed', MORNING);
  for (const stage of ['isolate', 'backup', 'restore', 'verify', 'reconnect'])
    handled.decide(stage, 'done', MORNING);
  handled.decide('notify', 'self', MORNING).decide('summarise', 'filed', MORNING);
  expect(toldOfTheEnd(handled)).toEqual(['p-duty']);
});
