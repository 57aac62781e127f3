import { randomUUID } from 'node:crypto';
import type { Calendars } from '../../api/calendars.ts';
import { dayOf, isoOf, openCalendar, textOfDay } from '../../calendar/index.ts';
import {
  type Actor,
  type CaseEvent,
  type CaseState,
  type CommandBody,
  caseLight,
  decide,
  fold,
  isRefusal,
  nextWakeMs,
  openTasks,
  type PersonCommand,
  type Rules,
  unborn,
} from '../../cases/index.ts';
import { type Procedure, procedureById } from '../../procedures/index.ts';
import { JURISDICTIONS } from '../../procedures/regulations.ts';
import type { Demand, Fact } from '../../procedures/schema.ts';
import type { Birth, Store } from '../../store/index.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SETTING = 'demo-cases';
const ALL: Demand[] = ['reasons', 'legalBasis', 'fields'];

export type DemoCasesDeps = { store: Store; calendars: Calendars; nowMs: number };

/**
 * A demo world that is alive, once: cases green, yellow and red, one waiting for a supplement, one closed, one incident, with dates
 * before `nowMs` (epoch milliseconds). Made by the decider like any other case and written to the record; the dispatcher starts
 * their runs. Answers how many were made.
 */
export const seedDemoCases = async ({ store, calendars, nowMs }: DemoCasesDeps): Promise<number> => {
  if ((await store.settings.get(SETTING)) !== null) return 0;
  const tell = (id: string) => new Told(store, calendars, procedureById(id) as Procedure, nowMs);
  const share = () => tell('lz-share-conditional');
  const stories: Promise<Told>[] = [
    share().file('lz-requester', nowMs - 2 * HOUR_MS, shareForm('核验就业状态，办理临时救助', nowMs)),
    share().fileWhen('yellow', 'lz-requester', shareForm('核对就业登记，发放就业补贴', nowMs)),
    share().file('lz-requester2', nowMs - 9 * DAY_MS, shareForm('核查新生家长就业信息', nowMs)),
    share()
      .file('lz-requester', nowMs - 1.2 * DAY_MS, shareForm('低保资格复核', nowMs))
      .then((told) =>
        told.act('lz-manager', nowMs - DAY_MS, 'request-supplement', { reasons: '请补充履职依据的文号。' }),
      ),
    share()
      .file('lz-requester2', nowMs - 6 * DAY_MS, shareForm('入学资格核验', nowMs))
      .then((told) => told.decide('lz-manager', 'review', 'pass', nowMs - 5.9 * DAY_MS))
      .then((told) => told.decide('lz-provider', 'authorise', 'approve', nowMs - 5.5 * DAY_MS))
      .then((told) => told.decide('lz-operator', 'exchange', 'done', nowMs - 5.2 * DAY_MS)),
    tell('lz-licence-objection').file('lz-hotline', nowMs - 3 * HOUR_MS, {
      orderNo: '12345-20261',
      receivedAt: isoOf(nowMs - 4 * HOUR_MS),
      licenceNo: 'LZ-YYZZ-000318',
      holder: { name: '演示商行', creditCode: '91350100M000100Y43' },
      what: '经营范围与登记不一致。',
      classified: false,
    }),
    tell('lz-incident-virus')
      .file('lz-duty', nowMs - 0.6 * HOUR_MS, {
        system: { name: '政务服务受理系统', kind: 'business-system' },
        category: 'attack',
        level: 'IV',
        foundAt: isoOf(nowMs - 0.7 * HOUR_MS),
        description: '两台受理终端发现勒索病毒，已停止使用。',
        classified: false,
      })
      .then((told) => told.decide('lz-duty', 'isolate', 'done', nowMs - 0.5 * HOUR_MS))
      .then((told) => told.decide('lz-duty', 'backup', 'done', nowMs - 0.3 * HOUR_MS)),
  ];
  for (const story of stories) await (await story).record();
  await store.settings.set(SETTING, nowMs);
  return stories.length;
};

const shareForm = (purpose: string, nowMs: number): Record<string, unknown> => ({
  resource: 'lz-hrss-employment',
  purpose,
  basis: '《社会救助暂行办法》及本部门职责',
  users: ['业务科经办人员'],
  items: ['就业单位', '就业日期', '参保状态'],
  mode: 'query',
  until: textOfDay(dayOf(nowMs) + 180),
  classified: false,
});

/**
 * One case as it is told: its past is lived through tick by tick and goes to the record as a whole, for a run is started of whatever
 * is there.
 */
class Told {
  private state: CaseState = unborn;
  private readonly events: CaseEvent[] = [];
  private filed: Pick<Birth, 'file' | 'command'> | null = null;
  private readonly rules: Rules;
  private readonly store: Store;
  private readonly procedure: Procedure;
  private readonly nowMs: number;

  constructor(store: Store, calendars: Calendars, procedure: Procedure, nowMs: number) {
    const calendar = openCalendar(calendars.current(JURISDICTIONS[procedure.jurisdiction].calendar));
    this.store = store;
    this.procedure = procedure;
    this.nowMs = nowMs;
    this.rules = { procedure, calendar };
  }

  /** Filed at the latest time in the last weeks at which its light would now be as wanted; else an hour ago. */
  async fileWhen(light: 'yellow', account: string, form: Record<string, unknown>): Promise<this> {
    const command = await this.submission(account, form, 'LZ-00000000-0000');
    for (let hours = 1; hours < 21 * 24; hours++) {
      const atMs = this.nowMs - hours * HOUR_MS;
      const events = decide(this.rules, unborn, command, atMs);
      if (isRefusal(events) || caseLight(fold(events), this.nowMs) !== light) continue;
      return await this.file(account, atMs, form);
    }
    return await this.file(account, this.nowMs - HOUR_MS, form);
  }

  async file(account: string, atMs: number, form: Record<string, unknown>): Promise<this> {
    const no = await this.store.counters.nextCaseNo(this.procedure.jurisdiction, textOfDay(dayOf(atMs)));
    const command = await this.submission(account, form, no);
    this.decided(command, atMs);
    const resource =
      typeof form.resource === 'string' ? await this.store.catalogue.resource(form.resource) : null;
    const title = `${this.procedure.title}：${resource?.title ?? this.procedure.title}`;
    const queryCode = randomUUID().slice(0, 10).toUpperCase();
    await this.receive(command, atMs, { form, title, queryCode });
    this.filed = {
      file: {
        ...{
          title,
          form,
          queryCode,
          family: this.procedure.family,
          jurisdiction: this.procedure.jurisdiction,
        },
        requesterPerson: command.actor.personId,
        requesterDepartment: command.actor.department,
      },
      command: { id: command.id },
    };
    return this;
  }

  async decide(account: string, stage: string, outcome: string, atMs: number): Promise<this> {
    const task = openTasks(this.state).find((open) => open.stage === stage)?.id ?? '';
    const fields =
      this.procedure.stages[stage]?.outcomes[outcome]?.fields === undefined ? null : this.granted();
    const body = { type: 'decide', task, outcome, gives: ALL, facts: {}, digest: '' } as const;
    return await this.give({ ...body, gives: ALL }, account, atMs, fields === null ? {} : { fields });
  }

  async act(account: string, atMs: number, type: 'request-supplement', content: object): Promise<this> {
    const task = openTasks(this.state)[0]?.id ?? '';
    return await this.give({ type, task, gives: ALL }, account, atMs, content);
  }

  /** Lets every clock go off that was due before now, and records the case. */
  async record(): Promise<void> {
    this.liveUntil(this.nowMs);
    if (this.filed !== null) await this.store.record.birth({ ...this.filed, events: this.events });
  }

  private async give(body: CommandBody, account: string, atMs: number, content: object): Promise<this> {
    this.liveUntil(atMs);
    const command = { ...body, id: randomUUID(), actor: await this.actor(account) } as PersonCommand;
    this.decided(command, atMs);
    await this.receive(command, atMs, content);
    return this;
  }

  private liveUntil(endMs: number): void {
    for (let wake = nextWakeMs(this.state); wake !== null && wake <= endMs; wake = nextWakeMs(this.state)) {
      this.come(decide(this.rules, this.state, { type: 'tick' }, wake) as CaseEvent[]);
    }
  }

  private decided(command: PersonCommand, atMs: number): void {
    const events = decide(this.rules, this.state, command, atMs);
    if (isRefusal(events)) throw new Error(`demo: ${command.type} refused, ${events.code}`);
    this.come(events);
  }

  private come(events: CaseEvent[]): void {
    this.state = fold(events, this.state);
    this.events.push(...events);
  }

  private async receive(command: PersonCommand, atMs: number, content: object): Promise<void> {
    const caseNo = this.state.no;
    await this.store.commands.receive({
      ...{ id: command.id, personId: command.actor.personId, key: command.id, requestDigest: 'demo' },
      ...{ caseNo, body: command, content, receivedAtMs: atMs },
    });
  }

  private async submission(
    account: string,
    form: Record<string, unknown>,
    no: string,
  ): Promise<PersonCommand> {
    const actor = await this.actor(account);
    const resource =
      typeof form.resource === 'string' ? await this.store.catalogue.resource(form.resource) : null;
    const parties = await this.store.people.partiesFor({
      jurisdiction: this.procedure.jurisdiction,
      submitter: actor,
      resourceDepartment: resource?.department ?? null,
    });
    const { id: procedure, edition } = this.procedure;
    const filed = { type: 'submit', no, procedure, edition: edition.id, parties, digest: '' } as const;
    return { ...filed, facts: steering(form), id: randomUUID(), actor };
  }

  private async actor(account: string): Promise<Actor> {
    const person = await this.store.people.byAccount(account);
    const [grant] = person === null ? [] : await this.store.people.grantsOf(person.id);
    if (person === null || grant === undefined) throw new Error(`demo: no account ${account}`);
    return { personId: person.id, department: grant.department, role: grant.role };
  }

  private granted(): Record<string, unknown> {
    const { users, items, mode, until } = shareForm('', this.nowMs);
    return { users, items, mode, until };
  }
}

/** The facts of the demo's forms. */
const steering = (form: Record<string, unknown>): Record<string, Fact> => {
  const facts: Record<string, Fact> = {};
  for (const name of ['foundAt', 'receivedAt']) {
    if (typeof form[name] === 'string') facts[name] = Date.parse(form[name]);
  }
  for (const name of ['category', 'level']) if (typeof form[name] === 'string') facts[name] = form[name];
  const system = form.system as { kind?: string } | undefined;
  if (system?.kind !== undefined) facts.systemKind = system.kind;
  return facts;
};
