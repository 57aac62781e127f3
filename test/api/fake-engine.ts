import { type Calendars, calendarFor } from '../../api/calendars.ts';
import type { CaseEngine, Executed, Received } from '../../api/engine/types.ts';
import { decide, isRefusal, nextWakeMs, type PersonCommand, procedureOfCase } from '../../cases/index.ts';
import type { Store } from '../../store/index.ts';

export type FakeEngine = CaseEngine & {
  /** While true, nothing is carried out. */
  away: boolean;
  started: string[];
  /** Lets time alone do its work in a case up to an instant. */
  tick(no: string, untilMs: number): Promise<void>;
};

/** The engine as the API sees it, made of the decider and the record alone: no workflow, no timers of its own. */
export const fakeEngine = (store: Store, calendars: Calendars): FakeEngine => {
  const rulesFor = async (no: string) => {
    const loaded = await store.record.load(no);
    if (loaded === null) throw new Error(`no case ${no}`);
    const { state } = loaded;
    const procedure = procedureOfCase(state);
    if (procedure === null) throw new Error(`no procedure ${state.procedure}`);
    return { state, rules: { procedure, calendar: calendarFor(calendars, state.calendar) } };
  };
  const carryOut = async (command: Received): Promise<Executed> => {
    if (command.caseNo === null) throw new Error(`command ${command.id} is on no case`);
    const { state, rules } = await rulesFor(command.caseNo);
    const answer = decide(rules, state, command.body as PersonCommand, command.receivedAtMs);
    if (isRefusal(answer)) return { kind: 'refused', refusal: answer };
    const done = await store.record.append(command.caseNo, answer, { commandDone: { id: command.id } });
    return { kind: 'done', state: done.state, events: answer };
  };
  /** One command at a time, as a workflow takes them. */
  let turn: Promise<unknown> = Promise.resolve();
  const engine: FakeEngine = {
    away: false,
    started: [],
    execute(command) {
      if (engine.away) return Promise.resolve({ kind: 'pending' });
      const mine = turn.then(() => carryOut(command));
      turn = mine.catch(() => undefined);
      return mine;
    },
    async start(no) {
      if (engine.away) throw new Error('away');
      engine.started.push(no);
    },
    reachable: async () => !engine.away,
    async tick(no, untilMs) {
      for (;;) {
        const { state, rules } = await rulesFor(no);
        const wakeMs = nextWakeMs(state);
        if (wakeMs === null || wakeMs > untilMs) return;
        const events = decide(rules, state, { type: 'tick' }, wakeMs);
        if (isRefusal(events) || events.length === 0) return;
        await store.record.append(no, events);
      }
    },
  };
  return engine;
};
