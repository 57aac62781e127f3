import { describe, expect, it } from 'vitest';
import { allProcedures, procedureById } from '../procedures/index.ts';
import { target } from '../procedures/limits.ts';
import type { Condition, Procedure, Stage } from '../procedures/schema.ts';
import { actor, at, PureCase } from '../test/support/pure-case.ts';
import type { CommandBody } from './commands.ts';

const NIGHT = '2026-11-23T22:00';
const OFFICER = actor('duty-officer');

const raised = (level: string): CommandBody => ({ type: 'change-level', level, gives: ['reasons'] });

describe('调整事件等级: the level of an open incident can be raised or lowered at any moment', () => {
  const graded = allProcedures().filter(({ family, form }) => family === 'incident' && 'level' in form);

  it.each(graded.map(({ id, acts, submitters }) => [id, acts?.changeLevel?.by ?? [], submitters] as const))(
    '%s: by those the procedure names, with reasons, to another level, and no more once it is closed',
    (id, by, [filer = 'requester']) => {
      expect(by).toContain(filer);
      const theCase = new PureCase(id).submit(NIGHT, { foundAt: at(NIGHT), level: 'IV' });
      for (const role of by) {
        const level = role === by[0] ? 'II' : 'I';
        const bare: CommandBody = { type: 'change-level', level, gives: [] };
        expect(theCase.give(bare, NIGHT, actor(role))?.code).toBe('reasons_required');
        theCase.must(raised(level), NIGHT, actor(role));
        expect(theCase.give(raised(level), NIGHT, actor(role))?.code).toBe('level_unchanged');
        expect(theCase.state.facts.level).toBe(level);
      }
      expect(theCase.give(raised('V'), NIGHT, actor(filer))?.code).toBe('level_unknown');
      expect(theCase.give(raised('IV'), NIGHT, actor('auditor'))?.code).toBe('role_not_allowed');
      const changes = theCase.events.flatMap((event) => (event.type === 'LevelChanged' ? [event.data] : []));
      expect(changes[0]).toEqual({ fact: 'level', from: 'IV', to: 'II' });
    },
  );

  it('a case without levels has no such act, a closed case no more', () => {
    const share = new PureCase('lz-share-conditional').submit(NIGHT);
    expect(share.give(raised('I'), NIGHT, actor('requester'))?.code).toBe('act_not_allowed');
    const report = new PureCase('lz-incident-report').submit(NIGHT, { level: 'IV' });
    for (const [stage, outcome] of [
      ['ascertain', 'found'],
      ['report', 'reported'],
      ['handle', 'handled'],
      ['summarise', 'filed'],
    ] as const) {
      report.decide(stage, outcome, NIGHT);
    }
    expect(report.give(raised('I'), NIGHT, OFFICER)?.code).toBe('case_closed');
  });

  it('who has to hear of the graver level is called at once, whoever has been called stays called', () => {
    const grave = new PureCase('dq-incident').submit(NIGHT, { foundAt: at(NIGHT), level: 'III' });
    grave.decide('report', 'reported', NIGHT);
    expect(grave.open()).not.toContain('coordinate-1');
    grave.must(raised('II'), '2026-11-23T22:30', OFFICER);
    expect(grave.state.tasks['coordinate-1']).toMatchObject({
      state: 'open',
      openedAtMs: at('2026-11-23T22:30'),
    });
    grave.must(raised('IV'), '2026-11-23T22:40', OFFICER);
    expect(grave.open()).toContain('coordinate-1');
    grave.must(raised('I'), '2026-11-23T22:50', OFFICER);
    expect(grave.open().filter((id) => id.startsWith('coordinate'))).toEqual(['coordinate-1']);
  });
});

/** No regulated limit depends on the level; this one does. */
const byLevel = (): Procedure => {
  const base = procedureById('dq-incident') as Procedure;
  const { basis } = base;
  const at = (levels: string[]): Condition => ({ fact: 'level', in: levels });
  const contain: Stage = {
    ...(base.stages.contain as Stage),
    clocks: [
      {
        from: { fact: 'foundAt' },
        limit: [
          { when: at(['I', 'II']), limit: target(1, 'hour', basis) },
          { when: at(['III', 'IV']), limit: target(4, 'hour', basis) },
        ],
      },
    ],
  };
  return { ...base, stages: { ...base.stages, contain } };
};

describe('limits that depend on the level follow it', () => {
  const filed = (level: string) =>
    new PureCase('dq-incident', { procedure: byLevel() }).submit(NIGHT, { foundAt: at(NIGHT), level });

  it('counted anew from the same start, with the event that says why', () => {
    const theCase = filed('III');
    expect(theCase.state.clocks['contain-1']?.dueAtMs).toBe(at('2026-11-24T02:00'));
    theCase.must(raised('I'), '2026-11-23T22:20', OFFICER);
    expect(theCase.state.clocks['contain-1']).toMatchObject({
      dueAtMs: at('2026-11-23T23:00'),
      limit: { amount: 1, unit: 'hour' },
    });
    const moved = theCase.events.find(({ type }) => type === 'DeadlineMoved');
    expect(moved?.data).toMatchObject({ why: 'level', moves: [{ clock: 'contain-1' }] });
  });

  it('a limit that has passed under the new level is missed at once', () => {
    const theCase = filed('III').must(raised('I'), '2026-11-23T23:30', OFFICER);
    expect(theCase.state.clocks['contain-1']?.state).toBe('missed');
  });

  it('one missed under the old level keeps its end', () => {
    const theCase = filed('I').until('2026-11-23T23:00').must(raised('IV'), '2026-11-23T23:30', OFFICER);
    expect(theCase.state.clocks['contain-1']).toMatchObject({
      state: 'missed',
      dueAtMs: at('2026-11-23T23:00'),
    });
  });

  it('a change that leaves the limit as it is moves nothing', () => {
    const theCase = filed('III').must(raised('IV'), '2026-11-23T22:20', OFFICER);
    expect(theCase.events.some(({ type }) => type === 'DeadlineMoved')).toBe(false);
  });
});
