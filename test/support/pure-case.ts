import { msFromIso } from '../../calendar/index.ts';
import {
  type Actor,
  type CaseEvent,
  type CaseState,
  type CommandBody,
  decide,
  fold,
  isRefusal,
  nextWakeMs,
  openTasks,
  type PersonCommand,
  type Refusal,
  type Rules,
  type SystemCommand,
  unborn,
} from '../../cases/index.ts';
import { procedureById } from '../../procedures/index.ts';
import { ROLES, type Role } from '../../procedures/roles.ts';
import type { Demand, Fact, Procedure } from '../../procedures/schema.ts';
import { calendarFor } from './calendars.ts';

/** '2026-02-09T10:00' in local time (+08:00), as epoch milliseconds. */
export const at = (local: string): number => {
  const ms = msFromIso(`${local.length === 16 ? `${local}:00` : local}+08:00`);
  if (ms === null) throw new RangeError(`not an instant: ${local}`);
  return ms;
};

const ALL: Demand[] = ['reasons', 'legalBasis', 'fields'];

/** One department for each role, one person in each. */
export const actor = (role: Role, person = 'one'): Actor => ({
  personId: `${role}/${person}`,
  department: `dept-of-${role}`,
  role,
});
const parties = Object.fromEntries((Object.keys(ROLES) as Role[]).map((role) => [role, `dept-of-${role}`]));

/** A case in memory, driven by the decider alone. Commands take effect, or answer a refusal and leave the case as it was. */
export class PureCase {
  events: CaseEvent[] = [];
  state: CaseState = unborn;
  readonly rules: Rules;
  private count = 0;

  /** `rules`: a procedure, calendar or practice of the test's own, or the edition of the procedure. */
  constructor(id: string, rules: Partial<Rules> | string = {}) {
    if (typeof rules === 'string') rules = { procedure: procedureById(id, rules) as Procedure };
    const procedure = rules.procedure ?? (procedureById(id) as Procedure);
    this.rules = { ...rules, procedure, calendar: rules.calendar ?? calendarFor(procedure.jurisdiction) };
  }

  submit(local: string | number, facts: Record<string, Fact> = {}, by?: Actor): this {
    const { procedure } = this.rules;
    const role = procedure.submitters[0] as Role;
    this.must(
      {
        type: 'submit',
        no: 'T-1',
        procedure: procedure.id,
        edition: procedure.edition.id,
        parties,
        facts,
        digest: '',
      },
      local,
      by ?? actor(role),
    );
    return this;
  }

  /** A duty comes up for the unit that has it. */
  openDuty(local: string, facts: Record<string, Fact> = {}): this {
    const { id, edition, recurrence } = this.rules.procedure;
    const role = recurrence?.holders as Role;
    const filing = { no: 'T-1', procedure: id, edition: edition.id, parties, facts, digest: '' };
    const command = { type: 'open-duty', id: 'd-1', department: `dept-of-${role}`, role, ...filing } as const;
    this.take(decide(this.rules, this.state, command, at(local)) as CaseEvent[]);
    return this;
  }

  /** Gives a command; `id` repeats an earlier one. */
  give(body: CommandBody, local: string | number, by: Actor, id?: string): Refusal | null {
    const ms = typeof local === 'number' ? local : at(local);
    this.count += 1;
    const command = { ...body, id: id ?? `c${this.count}`, actor: by } as PersonCommand;
    const answer = decide(this.rules, this.state, command, ms);
    if (isRefusal(answer)) return answer;
    this.take(answer);
    return null;
  }

  must(body: CommandBody, local: string | number, by: Actor): this {
    const refusal = this.give(body, local, by);
    if (refusal !== null) throw new Error(`${body.type} refused: ${refusal.code}`);
    return this;
  }

  /** Decides the open task of a stage by its holder. */
  decide(stage: string, outcome: string, local: string | number, facts: Record<string, Fact> = {}): this {
    const task = openTasks(this.state).find((open) => open.stage === stage);
    if (task === undefined) throw new Error(`no open task of ${stage}`);
    const by = { personId: `${task.role}/one`, department: task.department, role: task.role };
    return this.must({ type: 'decide', task: task.id, outcome, gives: ALL, facts, digest: '' }, local, by);
  }

  /** The case waited for ends, with one of the outcomes of the waiting stage where there is one. */
  settleChild(no: string, pick: number, ms: number): this {
    const child = this.state.children.find((waiting) => waiting.no === no);
    const outcomes = Object.keys(this.rules.procedure.stages[child?.stage ?? '']?.outcomes ?? { settled: 0 });
    const result = outcomes[pick % outcomes.length] as string;
    return this.hear(no, result, ms);
  }

  /** Files the case as the one that `parent` waits for. */
  bear(no: string, parent: CaseState, submitter: Actor, facts: Record<string, Fact>, ms: number): this {
    const { id: procedure, edition } = this.rules.procedure;
    const filing = { no, procedure, edition: edition.id, parties, facts, digest: '', parent: parent.no };
    return this.bySystem({ type: 'open-child', id: `child-${no}`, submitter, ...filing }, ms);
  }

  /** The case waited for has ended so. */
  hear(no: string, result: string, ms: number): this {
    return this.bySystem({ type: 'child-settled', id: `child-${no}`, no, result }, ms);
  }

  /** What another part of the system asks of the case. */
  bySystem(command: SystemCommand, ms: number): this {
    this.take(decide(this.rules, this.state, command, ms) as CaseEvent[]);
    return this;
  }

  tick(local: string | number): this {
    const ms = typeof local === 'number' ? local : at(local);
    this.take(decide(this.rules, this.state, { type: 'tick' }, ms) as CaseEvent[]);
    return this;
  }

  /** Lets every timer go off at its instant, up to and including `local`; what was due before the last event, with it. */
  until(local: string | number): this {
    const end = typeof local === 'number' ? local : at(local);
    for (let wake = nextWakeMs(this.state); wake !== null && wake <= end; wake = nextWakeMs(this.state)) {
      this.tick(Math.max(wake, this.events.at(-1)?.atMs ?? wake));
    }
    return this;
  }

  dueDay(clock: string): string | null | undefined {
    return this.state.clocks[clock]?.dueDay;
  }

  open(): string[] {
    return openTasks(this.state).map(({ id }) => id);
  }

  private take(events: CaseEvent[]): void {
    this.events.push(...events);
    this.state = fold(events, this.state);
  }
}
