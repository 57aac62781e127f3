import { expect } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import { clockIn, fileCase, type Json, pass, type Scene } from '../support/scene.ts';

const DAY_HOURS = 24;
const civilDay = (ms: number): string => isoOf(ms).slice(0, 10);
const REASONS = { reasons: '样例理由' };
const DOCUMENT = { ...REASONS, documentNo: '皖数函〔2026〕12号' };

/** Also of a year whose holidays have not been published. */
const IS_WORKING = /工作日|调休上班/;
/** The rule of pauses on a ledger, held without the engine: a working day counts when the clock ran as it began. */
const expectCounted = (
  ledger: Json,
  started: string,
  paused: string,
  resumed: string,
  days: number,
): void => {
  const counted = ledger.days.filter((day: Json) => day.counted).map(({ date }: Json) => date);
  const ran = ledger.days.filter(
    ({ date, why }: Json) => date > started && IS_WORKING.test(why) && !(paused < date && date <= resumed),
  );
  expect(counted).toEqual(ran.map(({ date }: Json) => date));
  expect(counted).toHaveLength(days);
  expect(ledger.dueDate).toBe(counted.at(-1));
};

/** 中止、恢复；AH 第十七条. */
const paused: Scene = {
  name: 'a clock paused on a listed ground moves its end by the days it stood still, and its ledger shows them',
  async play(app, time) {
    const access = await fileCase(app, 'ah-system-access');
    await access.decide('test', 'passed');
    const started = civilDay(app.clock.nowMs());
    const bureau = await access.holder('approve');
    const task = 'approve-1';

    expect(await access.refused(bureau, 'pause', { task, ground: 'hearing', ...REASONS })).toBe(
      'ground_not_listed',
    );
    const { items: attempts } = await access.refusedActs();
    expect(attempts).toMatchObject([
      {
        act: 'pause',
        ground: 'hearing',
        code: 'ground_not_listed',
        ...REASONS,
        by: { role: 'platform-manager' },
      },
    ]);
    expect(await access.refused(bureau, 'pause', { task, ground: 'testing' })).toBe('reasons_required');
    expect(await access.refused(bureau, 'pause', { task, ground: 'testing', ...REASONS })).toBe(
      'document_no_required',
    );
    expect(await access.refused(access.filer, 'pause', { task, ground: 'testing', ...REASONS })).toBe(
      'not_your_task',
    );
    expect(await access.refused(bureau, 'resume', { task, ...REASONS })).toBe('clock_not_paused');

    await pass(app, time, DAY_HOURS);
    const pausedOn = civilDay(app.clock.nowMs());
    const standing = await access.act(bureau, 'pause', { task, ground: 'testing', ...DOCUMENT });
    expect(clockIn(standing, task)).toMatchObject({ state: 'paused', dueAt: null, dueDate: null });
    const by = { role: 'platform-manager' };
    const still = { clock: task, dueAt: null, limit: { kind: 'target' } };
    expect(await access.told('clock-paused')).toMatchObject([
      { change: { ground: 'testing', ...DOCUMENT, by, limits: [still] } },
    ]);
    await pass(app, time, 9 * DAY_HOURS);
    expect(clockIn(await access.see(), task)).toMatchObject({ state: 'paused', overdue: false });
    const resumedOn = civilDay(app.clock.nowMs());
    const running = await access.act(bureau, 'resume', { task, ...REASONS });
    const ledger = await access.ledger(task);
    expectCounted(ledger, started, pausedOn, resumedOn, 5);
    expect(clockIn(running, task)).toMatchObject({ state: 'running', dueDate: ledger.dueDate });
    expect(ledger.pauses).toMatchObject([{ ground: 'testing', ...DOCUMENT, by }]);
    expect(await access.told('clock-resumed')).toMatchObject([
      { change: { ground: 'testing', by, limits: [{ clock: task, dueDate: ledger.dueDate }] } },
    ]);
    expect((await access.history(task)).beliefs.map(({ event }: Json) => event)).toEqual([
      'ClockStarted',
      'ClockPaused',
      'ClockResumed',
    ]);
  },
};

/** 延期；LY-D 第十九条第二款. */
const extended: Scene = {
  name: 'an extension is granted once, before the end, by the head alone and within its ceiling; after the end by nobody',
  async play(app, time) {
    const [first, second] = [await fileCase(app, 'ly-correction'), await fileCase(app, 'ly-correction')];
    const task = 'verify-1';
    const { dueAt } = clockIn(await first.see(), task);
    const provider = await first.holder('verify');
    const head = `${provider}-head`;
    const asked = (amount: number) => ({ task, amount, ...REASONS });
    expect(await first.refused(provider, 'extend', asked(5))).toBe('role_not_allowed');
    expect(await first.refused(head, 'extend', asked(11))).toBe('extension_too_long');
    expect(await first.refused(head, 'extend', { task, amount: 5 })).toBe('reasons_required');

    const granted = clockIn(await first.act(head, 'extend', asked(10)), task);
    const ledger = await first.ledger(task);
    expect(ledger.days.filter((day: Json) => day.counted)).toHaveLength(20);
    expect(granted).toMatchObject({ state: 'running', dueDate: ledger.dueDate });
    const extension = { amount: 10, unit: 'working-day' };
    const by = { role: 'data-provider-head' };
    expect(ledger.extensions).toMatchObject([{ ...extension, ...REASONS, by }]);
    expect(await first.told('clock-extended')).toMatchObject([
      { change: { extension, ...REASONS, by, limits: [{ clock: task, dueDate: ledger.dueDate }] } },
    ]);
    expect(await first.refused(head, 'extend', asked(1))).toBe('extended_already');

    await time.wait(Date.parse(dueAt), Date.parse(dueAt));
    expect(clockIn(await first.see(), task).state).toBe('running');
    expect(await second.refused(head, 'extend', asked(5))).toBe('limit_has_run');
    expect(clockIn(await second.see(), task)).toMatchObject({ state: 'missed', dueAt });
  },
};

/** 征求意见；DQ-D 第十四条, and where no ground is listed. */
const opinion: Scene = {
  name: 'an opinion asked of another unit stops the clock where that ground is listed, and only there',
  async play(app, time) {
    const task = 'review-1';
    const entry = await fileCase(app, 'dq-catalogue-entry', { scope: 'city' });
    await entry.decide('gather', 'gathered');
    const share = await fileCase(app, 'lz-share-conditional');
    const started = civilDay(app.clock.nowMs());
    for (const [asked, place] of [
      [entry, 'dq'],
      [share, 'lz'],
    ] as const) {
      const manager = await asked.holder('review');
      const body = { task, role: 'data-provider', department: `${place}-stat`, ...REASONS };
      expect(await asked.refused(manager, 'ask-opinion', { ...body, department: `${place}-police` })).toBe(
        'addressee_invalid',
      );
      expect(await asked.refused(asked.filer, 'ask-opinion', body)).toBe('not_your_task');
      await asked.act(manager, 'ask-opinion', body);
    }
    expect(clockIn(await entry.see(), task).state).toBe('paused');
    expect(clockIn(await share.see(), task).state).toBe('running');

    await pass(app, time, 4 * DAY_HOURS);
    for (const asked of [entry, share]) {
      const unit = await asked.holder('opinion');
      expect(await asked.refused(unit, 'give-opinion', { task: 'opinion-1' })).toBe('reasons_required');
      await asked.act(unit, 'give-opinion', { task: 'opinion-1', ...REASONS });
      expect(await asked.events('OpinionAsked', 'OpinionGiven')).toHaveLength(2);
    }
    const ledger = await entry.ledger(task);
    expectCounted(ledger, started, started, civilDay(app.clock.nowMs()), 5);
    expect(clockIn(await entry.see(), task)).toMatchObject({ state: 'running', dueDate: ledger.dueDate });
  },
};

/** 更正收到时间. */
const arrival: Scene = {
  name: 'an arrival put right counts anew what runs from it, and the trace keeps both instants and both ends',
  async play(app) {
    const correction = await fileCase(app, 'ly-correction');
    const clock = 'verify-1';
    const before = clockIn(await correction.see(), clock);
    const provider = await correction.holder('verify');
    const nowMs = app.clock.nowMs();
    // Longer than any holiday, so that a working day lies between.
    const arrivedAt = isoOf(nowMs - 10 * DAY_HOURS * 3_600_000);
    const late = { arrivedAt: isoOf(nowMs + 3_600_000), ...REASONS };
    expect(await correction.refused(provider, 'correct-arrival', late)).toBe('arrival_in_future');
    expect(await correction.refused(provider, 'correct-arrival', { arrivedAt })).toBe('reasons_required');
    expect(await correction.refused(correction.filer, 'correct-arrival', { arrivedAt, ...REASONS })).toBe(
      'not_your_task',
    );

    const after = clockIn(
      await correction.act(provider, 'correct-arrival', { arrivedAt, ...REASONS }),
      clock,
    );
    expect(after.startedAt).toBe(arrivedAt);
    expect(after.dueDate < before.dueDate).toBe(true);
    const [corrected, moved] = await correction.events('ArrivalCorrected', 'DeadlineMoved');
    expect(corrected).toMatchObject({ type: 'ArrivalCorrected', data: REASONS });
    expect(moved).toMatchObject({ type: 'DeadlineMoved', data: { why: 'arrival' } });
    const { beliefs } = await correction.history(clock);
    expect(beliefs.map(({ dueDate }: Json) => dueDate)).toEqual([before.dueDate, after.dueDate]);
  },
};

/** 转办、催办. */
const handedOn: Scene = {
  name: 'a task is handed on to a person of the same role while its clock runs on, and is urged once a day',
  async play(app, time) {
    const objection = await fileCase(app, 'lz-licence-objection', { issuer: undefined });
    const task = 'mark-1';
    const issuer = await objection.holder('mark');
    const before = clockIn(await objection.see(), task);
    const to = { task, toDepartment: 'lz-market', toPerson: issuer };
    expect(
      await objection.refused(issuer, 'transfer', { ...to, toDepartment: 'lz-police', ...REASONS }),
    ).toBe('transfer_target_invalid');
    expect(await objection.refused(issuer, 'transfer', to)).toBe('reasons_required');
    const handed = await objection.act(issuer, 'transfer', { ...to, ...REASONS });
    expect(clockIn(handed, task)).toMatchObject({ state: 'running', dueAt: before.dueAt });
    expect(await objection.refused(issuer, 'transfer', { ...to, ...REASONS })).toBe('transfer_to_self');

    expect(await objection.refused(issuer, 'urge')).toBe('role_not_allowed');
    await objection.act(objection.filer, 'urge');
    expect(await objection.refused('supervisor', 'urge')).toBe('urged_already');
    await pass(app, time, DAY_HOURS);
    await objection.act('supervisor', 'urge');
    expect(await objection.events('Urged', 'Transferred')).toHaveLength(3);
  },
};

/** 批注、关联、抄送. */
const noted: Scene = {
  name: 'a case is remarked on, linked, and copied to others who have read it or not',
  async play(app) {
    const [share, other] = [
      await fileCase(app, 'lz-share-conditional'),
      await fileCase(app, 'lz-share-conditional'),
    ];
    const manager = await share.holder('review');
    expect(await share.refused(manager, 'comment')).toBe('reasons_required');
    await share.act(manager, 'comment', REASONS);
    const [remark] = await share.events('Commented');
    expect(remark).toMatchObject({ data: REASONS });

    expect(await share.refused(manager, 'link', { other: share.no })).toBe('link_to_self');
    expect(await share.refused(share.filer, 'link', { other: 'LZ-none' })).toBe('addressee_invalid');
    expect((await share.act(manager, 'link', { other: other.no })).links).toMatchObject([{ no: other.no }]);
    expect(await share.refused(manager, 'link', { other: other.no })).toBe('linked_already');

    const reader = 'lz-hotline';
    expect((await app.as(reader).get(`/api/v1/cases/${share.no}`)).status).toBe(404);
    expect(await share.refused(manager, 'copy', { people: ['nobody-at-all'] })).toBe('addressee_invalid');
    const copied = await share.act(manager, 'copy', { people: [reader] });
    expect(copied.copies).toMatchObject([{ readAt: null }]);
    expect(await share.refused(share.filer, 'mark-read')).toBe('not_copied');
    const read = await share.act(reader, 'mark-read');
    expect(read.copies).toMatchObject([{ readAt: isoOf(app.clock.nowMs()) }]);
    expect(await share.refused(reader, 'mark-read')).toBe('read_already');
  },
};

/** 终止；LS-D 第三十四条. */
const terminated: Scene = {
  name: 'a case is terminated by the role that the article names, and never without reasons',
  async play(app) {
    const licence = await fileCase(app, 'ls-data-licence');
    expect(await licence.refused(licence.filer, 'terminate', REASONS)).toBe('role_not_allowed');
    expect(await licence.refused('ls-manager', 'terminate')).toBe('reasons_required');
    const ended = await licence.act('ls-manager', 'terminate', REASONS);
    expect(ended).toMatchObject({ status: 'closed', result: 'revoked' });
    expect(await licence.refused('ls-manager', 'terminate', REASONS)).toBe('case_closed');
  },
};

/** Acts on running cases over HTTP on the real engine: what they refuse, what they move, what they leave on the record. */
export const actScenes: Scene[] = [paused, extended, opinion, arrival, handedOn, noted, terminated];
