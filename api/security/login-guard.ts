/**
 * Wrong passwords, counted by account and network address together: after five the pair is shut for a while, so that a
 * stranger cannot shut out the owner, who comes from elsewhere. Bounded memory; goes by real time.
 */
export type LoginGuard = {
  /** Seconds until the pair may try again; 0: now. */
  waitSeconds(account: string, address: string): number;
  failed(account: string, address: string): void;
  succeeded(account: string, address: string): void;
  /** Lets attempts of one pair be made one after the other, so that none slips past the count. */
  inTurn<T>(account: string, address: string, attempt: () => Promise<T>): Promise<T>;
};

export type LoginLock = { tries: number; lockMs: number };
export const LOGIN_LOCK: LoginLock = { tries: 5, lockMs: 15 * 60_000 };

const PAIRS_AT_MOST = 20_000;
type Count = { wrong: number; lastMs: number };

export const loginGuard = ({ tries, lockMs }: LoginLock, nowMs: () => number): LoginGuard => {
  const counts = new Map<string, Count>();
  const turns = new Map<string, Promise<unknown>>();
  const keyOf = (account: string, address: string): string =>
    JSON.stringify([account.toLowerCase(), address]);
  const current = (key: string): Count | null => {
    const count = counts.get(key);
    if (count === undefined) return null;
    if (nowMs() - count.lastMs < lockMs) return count;
    counts.delete(key);
    return null;
  };
  return {
    waitSeconds(account, address) {
      const count = current(keyOf(account, address));
      return count === null || count.wrong < tries ? 0 : Math.ceil((count.lastMs + lockMs - nowMs()) / 1000);
    },
    failed(account, address) {
      const key = keyOf(account, address);
      const wrong = (current(key)?.wrong ?? 0) + 1;
      counts.delete(key); // the newest stands last
      counts.set(key, { wrong, lastMs: nowMs() });
      if (counts.size > PAIRS_AT_MOST)
        for (const oldest of [...counts.keys()].slice(0, 1)) counts.delete(oldest);
    },
    succeeded(account, address) {
      counts.delete(keyOf(account, address));
    },
    async inTurn(account, address, attempt) {
      const key = keyOf(account, address);
      const mine = (turns.get(key) ?? Promise.resolve()).then(attempt);
      const settled = mine.catch(() => undefined);
      turns.set(key, settled);
      try {
        return await mine;
      } finally {
        if (turns.get(key) === settled) turns.delete(key);
      }
    },
  };
};
