import { inject } from 'vitest';
import type { Actor, CaseEvent, DeadlineFacts, EventData, EventType } from '../../cases/index.ts';
import type { LimitKind } from '../../procedures/schema.ts';
import {
  type Birth,
  MALFORMED_CURSOR,
  type MalformedCursor,
  openStore,
  type Page,
  type Store,
} from '../../store/index.ts';
import { createDatabase } from '../setup/database.ts';

export const HOUR_MS = 3_600_000;
export const MONDAY_MS = Date.parse('2026-11-23T09:30:00+08:00');

/** A store on an empty database of its own. */
export const freshStore = async (poolMax = 10): Promise<Store> =>
  openStore(await createDatabase(inject('databaseAdminUrl')), { poolMax, applicationName: 'shixian-test' });

export const requester: Actor = { personId: 'p-1', department: 'lz-civil', role: 'requester' };
export const manager: Actor = { personId: 'p-2', department: 'lz-tech', role: 'platform-manager' };

type Author = { actor: Actor | 'system'; commandId: string | null };

/** Events written by hand, numbered on from `seq`. */
export class Story {
  readonly events: CaseEvent[] = [];
  constructor(
    readonly no: string,
    readonly procedure = 'lz-share-conditional',
  ) {}

  add<T extends EventType>(type: T, atMs: number, data: EventData[T], author: Partial<Author> = {}): this {
    const { actor = 'system', commandId = null } = author;
    this.events.push({ seq: this.events.length + 1, atMs, type, actor, commandId, data } as CaseEvent);
    return this;
  }

  submitted(atMs: number, by: Actor = requester): this {
    const { no, procedure } = this;
    return this.add(
      'Submitted',
      atMs,
      {
        ...{ no, procedure, edition: '2020-1', parties: { 'platform-manager': 'lz-tech' } },
        ...{ facts: {}, formDigest: 'd', calendar: { id: 'cn', version: 1 }, parent: null, submitter: by },
      },
      { actor: by, commandId: `submit-${no}` },
    );
  }

  opened(
    task: string,
    atMs: number,
    dueAtMs: number | null,
    seat: Pick<Actor, 'role' | 'department'> = manager,
    kind: LimitKind = 'target',
  ): this {
    const stage = task.replace(/-\d+$/, '');
    const { role, department } = seat;
    const clockIds = dueAtMs === null ? [] : [task];
    this.add('TaskOpened', atMs, { task, stage, role, department, clockIds, supplementOf: null });
    if (dueAtMs === null) return this;
    const limit = {
      ...{ amount: 2, unit: 'working-day' as const, kind },
      basis: { regulation: 'LZ-D' as const, article: '第三十条' },
    };
    return this.add('ClockStarted', atMs, {
      clock: task,
      stage,
      limit,
      ladder: 'ordinary',
      ...deadline(atMs, dueAtMs),
    });
  }

  /** A clock over the whole case, of the manager's department or another. */
  underWholeLimit(atMs: number, dueAtMs: number, holder: Pick<Actor, 'role' | 'department'> = manager): this {
    const basis = { regulation: 'LZ-D' as const, article: '第三十条' };
    const limit = { amount: 10, unit: 'working-day' as const, kind: 'statutory' as const, basis };
    const { role, department } = holder;
    return this.add('ClockStarted', atMs, {
      ...{ clock: 'whole-1', stage: null, holder: { role, department }, limit, ladder: 'ordinary' },
      ...deadline(atMs, dueAtMs),
    });
  }

  decided(task: string, atMs: number, outcome = 'pass', by: Actor = manager): this {
    const author = { actor: by, commandId: `decide-${this.no}-${task}` };
    const stage = task.replace(/-\d+$/, '');
    this.add('Decided', atMs, { task, stage, outcome, facts: {}, digest: 'd' }, author);
    return this.add('ClockStopped', atMs, { clock: task, as: 'met' }, author);
  }

  escalated(clock: string, rung: number, dueAtMs: number, to: Pick<Actor, 'role' | 'department'>): this {
    if (rung === 1) this.add('ClockMissed', dueAtMs, { clock, dueAtMs });
    return this.add('Escalated', dueAtMs, {
      clock,
      rung,
      dueAtMs,
      to: { role: to.role, department: to.department },
    });
  }

  closed(atMs: number): this {
    return this.add('CaseClosed', atMs, { result: 'granted' });
  }

  /** Events after number `seq`. */
  after(seq: number): CaseEvent[] {
    return this.events.slice(seq);
  }

  birth(count = this.events.length, file: Partial<Birth['file']> = {}): Birth {
    return {
      events: this.events.slice(0, count),
      file: {
        ...{
          title: '就业登记信息共享申请',
          form: { purpose: '低保核对' },
          family: 'share',
          jurisdiction: 'lz',
        },
        ...{
          requesterPerson: requester.personId,
          requesterDepartment: requester.department,
          queryCode: 'abc',
        },
        ...file,
      },
      command: { id: `submit-${this.no}` },
    };
  }
}

export const deadline = (startMs: number, dueAtMs: number): DeadlineFacts => ({
  term: { startMs, limit: { amount: 2, unit: 'working-day' }, extensions: [], pauses: [] },
  calendar: { id: 'cn', version: 1 },
  ...{ dueAtMs, dueDay: '2026-11-25', warnAtMs: dueAtMs - 24 * HOUR_MS, provisional: false },
  ...{ earliestAtMs: null, latestAtMs: null, rungs: [] },
});

export const caseNo = (n: number): string => `LZ-20261123-${String(n).padStart(4, '0')}`;

/** A case under review, submitted on Monday, due at `dueAtMs`; recorded. */
export const underReview = async (store: Store, n: number, dueAtMs: number): Promise<Story> => {
  const story = new Story(caseNo(n)).submitted(MONDAY_MS + n).opened('review-1', MONDAY_MS + n, dueAtMs);
  await store.record.birth(story.birth());
  return story;
};

/** A command as received, pending. */
export const received = (store: Store, id: string, receivedAtMs = MONDAY_MS, personId = 'p-1') =>
  store.commands.receive({
    ...{ id, personId, key: id, requestDigest: 'x', caseNo: null, body: { type: 'submit' } },
    ...{ content: { reasons: '理由' }, receivedAtMs },
  });

/** A page that was not asked for by a malformed cursor. */
export const shown = <T>(page: Page<T> | MalformedCursor): Page<T> => {
  if (page === MALFORMED_CURSOR) throw new Error('malformed cursor');
  return page;
};
