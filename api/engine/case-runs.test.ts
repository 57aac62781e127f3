import type { Client } from '@temporalio/client';
import { expect, it } from 'vitest';
import type { Store } from '../../store/index.ts';
import { calendarFor } from '../../test/support/calendars.ts';
import { actor, PureCase } from '../../test/support/pure-case.ts';
import type { ExecuteRequest } from '../../workflows/contract.ts';
import type { Calendars } from '../calendars.ts';
import { caseRuns } from './case-runs.ts';

/** An engine that says what it is asked, and takes a start when the test lets it. */
const heldEngine = () => {
  const asked: string[] = [];
  let letStart: (() => void) | undefined;
  const client = {
    workflow: {
      start: () => {
        asked.push('start');
        return new Promise<void>((resolve) => {
          letStart = resolve;
        });
      },
      getHandle: () => ({
        executeUpdate: () => {
          asked.push('update');
          return Promise.resolve([]);
        },
      }),
    },
    connection: { withDeadline: (_: number, speak: () => unknown) => speak() },
  };
  return { client: client as unknown as Client, asked, letStart: () => letStart?.() };
};

const noted: string[] = [];
const runsOf = (client: Client) =>
  caseRuns({
    client,
    store: {
      record: {
        async markEngineStarted(nos: string[]) {
          noted.push(...nos);
        },
      },
    } as unknown as Store,
    calendars: { at: () => calendarFor('lz') } as unknown as Calendars,
    wakeSpreadMs: 0,
    offsetMs: () => 0,
  });
const born = () => {
  const { state, events } = new PureCase('lz-share-conditional').submit('2026-03-02T10:00');
  return { state, events };
};
const request = { command: { type: 'urge', id: 'c-1', actor: actor('requester') } } as ExecuteRequest;
const soon = () => new Promise((resolve) => setTimeout(resolve, 30));

it('a command on a case that is being started waits until the engine has its run', async () => {
  const engine = heldEngine();
  const runs = runsOf(engine.client);
  const started = runs.start('T-1', born());
  const done = runs.execute('T-1', request, 5_000);
  await soon();
  expect(engine.asked).toEqual(['start']);
  engine.letStart();
  await Promise.all([started, done]);
  expect(engine.asked).toEqual(['start', 'update']);
  expect(noted).toEqual(['T-1']);
});

it('a start that does not come to its end holds a command no longer than it may wait', async () => {
  const engine = heldEngine();
  const runs = runsOf(engine.client);
  void runs.start('T-2', born());
  await runs.execute('T-2', request, 10);
  expect(engine.asked).toEqual(['start', 'update']);
});
