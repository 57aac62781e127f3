import { decide, isRefusal, type PersonCommand, type Refusal } from '../../cases/index.ts';
import type { LoadedCase, StoredCommand, Writings } from '../../store/index.ts';
import { recorded, type SeenCase, seenBy, showRecorded, withOwn } from '../case-reader.ts';
import type { Desk } from '../deps.ts';
import { statusOfRefusal } from '../problems/of-refusal.ts';
import { caseNotFound, isProblem, type Problem } from '../problems/problem.ts';
import type { Answer } from '../routing/answer.ts';
import type { Viewer } from '../security/viewer.ts';
import { pendingReply, refusalProblem, refusedAnswer, writeRefusal } from './answers.ts';
import { once, type Ticket } from './once.ts';

/** A command made ready: what goes to the engine, and what people wrote, which does not. */
export type Prepared = { command: PersonCommand; content: Record<string, unknown> | null };

export type Act = {
  viewer: Viewer;
  key: string;
  no: string;
  /** Name of the act and what was asked, for telling requests apart. */
  request: Record<string, unknown>;
  /** The case as it is there to act on; null: for the viewer it does not exist. Default: as the viewer sees it. */
  find?(loaded: LoadedCase): Promise<SeenCase | null>;
  /** Makes the command from the case as the viewer sees it. `check` runs after the decider has nothing against it. */
  prepare(found: SeenCase, id: string, atMs: number): Promise<Prepared | Problem>;
  check?(found: SeenCase, atMs: number, id: string): Problem | null | Promise<Problem | null>;
  /** What was made, from the stored command. */
  made(command: Pick<StoredCommand, 'id' | 'body' | 'receivedAtMs'>): Record<string, unknown>;
};

const WAIT_MS = 10_000;

/** What was made, again, with the case as it is now. */
const doneAnswer = async (
  desk: Desk,
  { viewer, no, made }: Act,
  command: Parameters<Act['made']>[0],
): Promise<Answer> => ({
  status: 201,
  body: { ...made(command), case: await showRecorded(desk, viewer, await recorded(desk, no)) },
});

const answerAgain = async (desk: Desk, act: Act, command: StoredCommand): Promise<Answer> => {
  if (command.state === 'refused') return refusedAnswer(desk, command);
  return command.state === 'pending' ? pendingReply(command.id) : doneAnswer(desk, act, command);
};

/** What the decider has against the command on the state as recorded, without a round trip. */
const foresee = ({ rules, state }: SeenCase, command: PersonCommand, atMs: number): Refusal | null => {
  const answer = decide(rules, state, command, atMs);
  return isRefusal(answer) ? answer : null;
};

/** Refusals that leave a trace: the case has moved on (409), or it was not theirs to do (403), which whoever watches over a case is to see. */
const KEPT = [403, 409];

/** Of an attempt that is refused what was said for it is kept, for those who watch over the case; no contents of forms. */
const saidFor = (content: Prepared['content']): Prepared['content'] => {
  if (content === null) return null;
  const { fields: _fields, ...said } = content;
  return said;
};

const perform = async (
  desk: Desk,
  act: Act,
  ticket: Ticket,
  loaded: (LoadedCase & { writings: Writings }) | null,
): ReturnType<Parameters<typeof once>[2]['perform']> => {
  const { store, engine, clock, config } = desk;
  const find = act.find ?? ((there: LoadedCase) => seenBy(desk, act.viewer, there));
  const found = loaded === null ? null : await find(loaded);
  if (loaded === null || found === null) return caseNotFound();
  const receivedAtMs = clock.nowMs();
  const prepared = await act.prepare(found, ticket.id, receivedAtMs);
  if (isProblem(prepared)) return prepared;
  const { command, content } = prepared;
  const foreseen = foresee(found, command, receivedAtMs);
  // What is not complete, or names what is not there, leaves no trace.
  if (foreseen !== null && !KEPT.includes(statusOfRefusal(foreseen))) return refusalProblem(desk, foreseen);
  const against = foreseen === null ? ((await act.check?.(found, receivedAtMs, ticket.id)) ?? null) : null;
  if (against !== null) return against;
  const received = { ...ticket, caseNo: act.no, body: command, receivedAtMs };
  const kept = foreseen === null ? content : saidFor(content);
  const receipt = await store.commands.receive({ ...received, content: kept });
  if (receipt.kind !== 'new') return receipt;
  if (foreseen !== null) {
    await writeRefusal(store, ticket.id, foreseen);
    return refusalProblem(desk, foreseen);
  }
  const onto = { state: loaded.state, filing: loaded.file };
  const executed = await engine.execute(received, config.engineWaitMs ?? WAIT_MS, onto);
  if (executed.kind === 'pending') return pendingReply(ticket.id);
  if (executed.kind === 'done') {
    const after = { state: executed.state, file: loaded.file };
    const atHand = withOwn(loaded.writings, act.viewer, { id: ticket.id, content });
    const fresh = await showRecorded(desk, act.viewer, after, atHand);
    return {
      status: 201,
      body: { ...act.made({ id: ticket.id, body: command, receivedAtMs }), case: fresh },
    };
  }
  await writeRefusal(store, ticket.id, executed.refusal);
  return refusalProblem(desk, executed.refusal);
};

/**
 * Sends a person's command on a case through the house: seen before? theirs to see? complete and allowed? then the durable
 * receipt, then the engine. Answers 201, 202 while the engine is away, or the refusal.
 */
export const sendCommand = (desk: Desk, act: Act): Promise<Answer> => {
  const { store } = desk;
  const request = { ...act.request, no: act.no };
  let loaded: Parameters<typeof perform>[3] = null;
  return once(
    desk,
    { personId: act.viewer.personId, key: act.key, request },
    {
      async look({ id }) {
        const { known, ...read } = await store.record.loadFor(act.no, id);
        loaded = read.loaded;
        return known ? await store.commands.get(id) : null;
      },
      perform: (ticket) => perform(desk, act, ticket, loaded),
      answerAgain: (command) => answerAgain(desk, act, command),
    },
  );
};
