import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureShippedCalendars, publishedCalendars } from '../../api/published-calendars.ts';
import { shippedCalendars } from '../../api/shipped-calendars.ts';
import { releases as shipped } from '../../calendar/tables.ts';
import { CALENDAR_SPAN } from '../../runtime/application.ts';
import { notice2027 } from '../support/notice-2027.ts';
import { type RunningApp, startRunningApp } from '../support/running-app.ts';
import { wireOf } from '../support/wire.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(async () => {
  await app?.stop();
});

const { get, post } = wireOf(() => app);

describe('calendars in the database', () => {
  it('hold every shipped release once, however many starts put them in at once', async () => {
    await Promise.all([1, 2, 3].map(() => ensureShippedCalendars(app.store)));
    const rows = await app.store.calendars.released();
    expect(rows).toHaveLength(shipped.length);
    expect(rows.map(({ releaseOrder }) => releaseOrder)).toEqual(rows.map((_, i) => i + 1));
  });

  it('compose to the same days in every version as the shipped tables', async () => {
    const ours = shippedCalendars(CALENDAR_SPAN);
    for (const { id } of app.calendars.layers()) {
      const newest = ours.current(id);
      expect(app.calendars.current(id)).toEqual(newest);
      for (const version of [newest.version - 1, Math.ceil(newest.version / 2), 1])
        expect(app.calendars.at({ id, version })).toEqual(ours.at({ id, version }));
    }
    expect(() => app.calendars.at({ id: 'cn', version: 1_000 })).toThrow(RangeError);
  });

  it('a released row cannot be changed, nor any row taken away', async () => {
    const { db } = app.store;
    await expect(
      db('calendar_releases').where({ calendar_id: 'cn', version: 1 }).update({ days: '{}' }),
    ).rejects.toThrow();
    await expect(db('calendar_releases').where({ calendar_id: 'cn', version: 1 }).delete()).rejects.toThrow();
  });

  it('a day is working, off or unknown, with the name and the notice that set it', async () => {
    const known = await get('lz-requester', '/api/v1/calendars/cn?year=2026');
    const newYear = known.body.days.find((day: Json) => day.date === '2026-01-01');
    expect(newYear).toMatchObject({ state: 'off', name: '元旦' });
    expect(newYear.notice).toContain('2026年');
    expect(known.body.days.find((day: Json) => day.date === '2026-02-14')).toMatchObject({
      state: 'working',
    });
    const open = await get('lz-requester', '/api/v1/calendars/cn?year=2027');
    expect(open.body.days[0]).toMatchObject({ date: '2027-01-01', state: 'unknown', expected: 'off' });
    expect(open.body.days[3]).toMatchObject({ state: 'unknown', expected: 'working' });
  });

  it('the layers say what they cover and which years are unknown; Lhasa has its own days', async () => {
    const { body } = await get('lz-requester', '/api/v1/calendars');
    const cn = body.items.find((item: Json) => item.id === 'cn');
    expect(cn.coverage.to).toBe('2026-12-31');
    expect(cn.unknownYears).toContain(2027);
    const day = async (id: string) =>
      (await get('lz-requester', `/api/v1/calendars/${id}?year=2026`)).body.days.find(
        (d: Json) => d.date === '2026-02-25',
      );
    expect((await day('cn-xz-lhasa')).state).toBe('off');
    expect((await day('cn-gs-lzxq')).state).toBe('working');
  });
});

describe('a release is drafted by one and released by another', () => {
  it('only an administrator drafts; what the checks find wrong is refused with its places until it is taken on', async () => {
    expect((await post('supervisor', '/api/v1/calendars/cn/drafts', notice2027())).status).toBe(403);
    const wrong = notice2027();
    wrong.days = wrong.days.filter(({ date }) => date !== '2027-01-01');
    const refused = await post('admin', '/api/v1/calendars/cn/drafts', wrong);
    expect(refused.status).toBe(422);
    expect(refused.body.code).toBe('calendar_check_failed');
    expect(refused.body.errors.length).toBeGreaterThan(0);
    const codes = refused.body.findings.filter((f: Json) => f.severity === 'error').map((f: Json) => f.code);
    const kept = await post('admin', '/api/v1/calendars/cn/drafts', { ...wrong, acknowledge: codes });
    expect(kept.status, JSON.stringify(kept.body)).toBe(201);
    expect(kept.body.draft.acknowledged).toEqual(codes);
    const n = kept.body.draft.number;
    expect((await post('supervisor', `/api/v1/calendars/cn/drafts/${n}/discard`)).body.draft.state).toBe(
      'discarded',
    );
    expect((await post('supervisor', `/api/v1/calendars/cn/drafts/${n}/release`)).status).toBe(409);
  });

  it('a contradiction in a file is refused whoever vouches for it; a file without days is unreadable', async () => {
    const content = JSON.stringify({
      days: [
        { name: '元旦', date: '2027-01-01', isOffDay: true },
        { name: '元旦', date: '2027-01-01', isOffDay: false },
      ],
    });
    const body = {
      notice: notice2027().notice,
      format: 'json',
      content,
      acknowledge: ['contradiction', 'balance'],
    };
    expect((await post('admin', '/api/v1/calendars/cn/drafts', body)).body.code).toBe(
      'calendar_check_failed',
    );
    const empty = { notice: notice2027().notice, format: 'ics', content: 'BEGIN:VCALENDAR' };
    expect((await post('admin', '/api/v1/calendars/cn/drafts', empty)).body.code).toBe('calendar_unreadable');
  });

  it('the drafter cannot release; another can, once; a version keeps its days; other processes hear of it', async () => {
    const other = await publishedCalendars({
      store: app.store,
      span: CALENDAR_SPAN,
      logger: { warn: () => undefined },
    });
    const before = app.calendars.current('cn-gs-lzxq');
    const drafted = await post('admin', '/api/v1/calendars/cn/drafts', notice2027(), 'draft-2027');
    expect(drafted.status, JSON.stringify(drafted.body)).toBe(201);
    const again = await post('admin', '/api/v1/calendars/cn/drafts', notice2027(), 'draft-2027');
    expect(again.body).toEqual(drafted.body);
    const n = drafted.body.draft.number;
    const path = `/api/v1/calendars/cn/drafts/${n}`;
    const own = await post('admin', `${path}/release`);
    expect([own.status, own.body.code]).toEqual([403, 'two_person_rule']);
    expect((await post('lz-manager', `${path}/release`)).status).toBe(403);
    const results = await Promise.all(
      ['supervisor', 'auditor'].map((account) => post(account, `${path}/release`)),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    await expect
      .poll(() => app.calendars.current('cn-gs-lzxq').version, { timeout: 5_000 })
      .toBe(before.version + 1);
    await expect.poll(() => other.current('cn-gs-lzxq').version, { timeout: 8_000 }).toBe(before.version + 1);
    other.stop();
    expect(app.calendars.current('cn').knownThrough).toBe('2027-12-31');
    expect(app.calendars.at({ id: before.id, version: before.version })).toEqual(before);
    const { body } = await get('auditor', '/api/v1/calendars/cn/releases?limit=1');
    expect(body.items[0]).toMatchObject({
      notice: { title: notice2027().notice.title },
      coverage: { to: '2027-12-31' },
    });
  });
});
