import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshStore, MONDAY_MS, received } from '../test/store/sample.ts';
import type { NewCommand, Store } from './index.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const command = (id: string, change: Partial<NewCommand> = {}): NewCommand => ({
  ...{
    id,
    personId: 'p-1',
    key: 'k',
    requestDigest: 'x',
    caseNo: null,
    body: { type: 'withdraw' },
    content: null,
  },
  receivedAtMs: MONDAY_MS,
  ...change,
});

describe('a key is used once', () => {
  it('of a hundred calls with one key exactly one is new', async () => {
    const receipts = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        store.commands.receive(command(`hundred-${i}`, { key: 'hundred' })),
      ),
    );
    const kinds = receipts.map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['new', ...Array(99).fill('running')].sort());
    const ids = receipts.flatMap((receipt) => ('command' in receipt ? [receipt.command.id] : []));
    expect(new Set(ids).size).toBe(1);
  });

  it('nor does it matter that all of them chose the same id', async () => {
    const receipts = await Promise.all(
      Array.from({ length: 100 }, () => store.commands.receive(command('same-id', { key: 'same-id' }))),
    );
    expect(receipts.filter(({ kind }) => kind === 'new')).toHaveLength(1);
    await expect(store.commands.receive(command('same-id', { key: 'another' }))).rejects.toThrow(/another/);
  });

  it('the same key and body once it is over is a replay that tells how it ended', async () => {
    await store.commands.receive(command('replay-1', { key: 'replay' }));
    await store.commands.refuse('replay-1', { code: 'case_closed' }, 409);
    expect(await store.commands.receive(command('replay-2', { key: 'replay' }))).toMatchObject({
      kind: 'replay',
      command: {
        id: 'replay-1',
        state: 'refused',
        problem: { code: 'case_closed' },
        httpStatus: 409,
      },
    });
    expect(await store.commands.get('replay-2')).toBeNull();
  });

  it('the same key with another body is told apart', async () => {
    await store.commands.receive(command('body-1', { key: 'body' }));
    expect(await store.commands.receive(command('body-2', { key: 'body', requestDigest: 'y' }))).toEqual({
      kind: 'other-body',
    });
  });

  it('the key of another person is another key', async () => {
    await store.commands.receive(command('mine', { key: 'ours' }));
    expect(await store.commands.receive(command('yours', { key: 'ours', personId: 'p-2' }))).toEqual({
      kind: 'new',
    });
  });

  it('what is refused stays refused', async () => {
    await store.commands.receive(command('refused', { key: 'refused' }));
    await store.commands.refuse('refused', { code: 'first' }, 409);
    await store.commands.refuse('refused', { code: 'second' }, 422);
    await store.record.append('LZ-0', [], { commandDone: { id: 'refused' } });
    expect(await store.commands.get('refused')).toMatchObject({
      state: 'refused',
      problem: { code: 'first' },
      httpStatus: 409,
    });
  });
});

describe('what is pending is carried out by one dispatcher at a time', () => {
  it('the receiver has a grace before the dispatcher takes over', async () => {
    const receivedMs = Date.now();
    await received(store, 'graceful', MONDAY_MS, 'p-grace');
    const untilMs = Date.now() + 15_000;
    const ids = async (nowMs: number) =>
      (await store.commands.claimPending({ nowMs, limit: 1_000, leaseMs: 10 })).map(({ id }) => id);
    expect(await ids(receivedMs + 14_999)).not.toContain('graceful');
    expect(await ids(untilMs)).toContain('graceful');
  });

  it('two dispatchers never hold one command; a lease that ran out gives it to the next', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => received(store, `shared-${i}`, MONDAY_MS)));
    const startMs = Date.now() + 20_000;
    const claim = { nowMs: startMs, limit: 30, leaseMs: 20_000 };
    const claimed = (await Promise.all([1, 2, 3, 4].map(() => store.commands.claimPending(claim)))).flat();
    expect(new Set(claimed.map(({ id }) => id)).size).toBe(claimed.length);
    expect(claimed.filter(({ id }) => id.startsWith('shared-'))).toHaveLength(40);
    const later = await store.commands.claimPending({ ...claim, nowMs: startMs + 20_000, limit: 1_000 });
    expect(later.filter(({ id, attempts }) => id.startsWith('shared-') && attempts === 2)).toHaveLength(40);
  });

  it('the wait between attempts grows, but never beyond a minute', async () => {
    await received(store, 'patient', MONDAY_MS, 'p-patient');
    const waits: number[] = [];
    for (let nowMs = Date.now() + 100_000_000; waits.length < 12; ) {
      await store.commands.claimPending({ nowMs, limit: 1_000, leaseMs: 1_000 });
      const { next_attempt_at } = await store.db('commands').where({ id: 'patient' }).first();
      waits.push(next_attempt_at - nowMs);
      nowMs = next_attempt_at;
    }
    expect(waits.slice(0, 3)).toEqual([1_000, 2_000, 4_000]);
    expect(Math.max(...waits)).toBe(60_000);
  });

  it('what is done or refused is not taken up again', async () => {
    await received(store, 'over', MONDAY_MS, 'p-over');
    await store.commands.refuse('over', {}, 409);
    const claimed = await store.commands.claimPending({ nowMs: Date.now() + 9e9, limit: 1_000, leaseMs: 1 });
    expect(claimed.map(({ id }) => id)).not.toContain('over');
    expect((await store.commands.backlog()).pending).toBe(claimed.length);
  });
});
