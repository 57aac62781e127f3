import { describe, expect, it } from 'vitest';
import { commonRules } from '../../procedures/common-acts.ts';
import { allProcedures, type Procedure, procedureById } from '../../procedures/index.ts';
import { actor, at, PureCase } from '../../test/support/pure-case.ts';
import { allowedActs } from '../allowed-acts.ts';
import type { CommandBody } from '../commands.ts';
import type { Actor } from '../state.ts';

const terminate: CommandBody = { type: 'terminate', gives: ['reasons'] };
const MORNING = '2026-11-23T09:00';
const NOON = '2026-11-23T12:00';
const [MANAGER, COMPETENT] = [actor('platform-manager'), actor('competent-department')];
const virus = () => {
  const facts = { foundAt: at(MORNING), systemKind: 'website', level: 'IV' };
  return new PureCase('lz-incident-virus').submit(MORNING, facts);
};
const offers = (theCase: PureCase, by: Actor): boolean =>
  allowedActs(theCase.rules, theCase.state, by, at(NOON)).some(({ act }) => act === 'terminate');

describe('终止: a case that has nothing left to decide is ended with reasons, by somebody its limits do not bind', () => {
  it('a false alarm ends as one: nothing open, nothing running, what was missed stays missed', () => {
    const theCase = virus().until('2026-11-23T09:20').must(terminate, '2026-11-23T09:21', MANAGER);
    expect(theCase.state).toMatchObject({ status: 'closed', result: 'false-alarm', closedBy: MANAGER });
    expect(theCase.open()).toEqual([]);
    expect(theCase.state.clocks['isolate-1']?.state).toBe('missed');
    expect(theCase.state.clocks['restore-1']?.state).toBe('cancelled');
    expect(theCase.until('2026-12-01T00:00').state.clocks['restore-1']?.state).toBe('cancelled');
  });

  it('the security lead of the unit finds it so as well, in the department of the case', () => {
    const theCase = virus();
    const elsewhere = { ...actor('security-lead'), department: 'another-unit' };
    expect(theCase.give(terminate, NOON, elsewhere)?.code).toBe('role_not_allowed');
    expect(theCase.must(terminate, NOON, actor('security-lead')).state.result).toBe('false-alarm');
  });

  it('ls-incident: a connection cut off for a false alarm goes on', () => {
    const theCase = new PureCase('ls-incident').submit(MORNING, { foundAt: at(MORNING) });
    theCase
      .decide('report', 'reported', '2026-11-23T09:05')
      .decide('plan', 'cut-off', '2026-11-23T09:10')
      .decide('isolate', 'isolated', '2026-11-23T09:15');
    expect(theCase.state.lines.connections).toBe('suspended');
    theCase.must(terminate, NOON, MANAGER);
    expect(theCase.state.lines.connections).toBe('open');
  });

  const START = '2026-11-23T09:00';
  const END = '2026-11-23T12:00';
  const taken: [string, string, string, string, Record<string, string | number>, string][] = [
    ['ah-system-change', 'notify', 'told', 'connections', { changedAt: at(START) }, 'open'],
    ['ls-invalid-open-data', 'mark', 'marked', 'resources', { invalidAt: at(START) }, 'open'],
    ['lz-lost-credentials', 'account', 'handled', 'accounts', { credential: 'account' }, 'open'],
    [
      'AH 第二十条: ah-system-block',
      'block',
      'block',
      'connections',
      { foundAt: at(START), risk: 'low' },
      'suspended',
    ],
    [
      'LZ 第一百四十九条: lz-licence-lifecycle',
      ...(['sync', 'suspended', 'licences'] as const),
      { matter: 'loss', happenedAt: at(START) },
      'suspended',
    ],
  ];
  it.each(taken)(
    '%s: what was marked or suspended is taken back, or stays by the article',
    (says, ...row) => {
      const [stage, outcome, register, facts, stands] = row;
      const theCase = new PureCase(says.split(' ').at(-1) as string).submit(START, facts);
      if (says === 'lz-lost-credentials') theCase.decide('report', 'reported', START);
      theCase.decide(stage, outcome, '2026-11-23T10:00');
      expect(['marked', 'suspended']).toContain(theCase.state.lines[register as 'connections']);
      theCase.must(terminate, END, COMPETENT);
      expect([theCase.state.result, theCase.state.lines[register as 'connections']]).toEqual([
        'terminated',
        stands,
      ]);
    },
  );

  it('AH 第二十条: a block that was ended is taken up again at 整改, its measure still standing', () => {
    const theCase = new PureCase('ah-system-block').submit(START, { foundAt: at(START), risk: 'low' });
    theCase.decide('block', 'block', '2026-11-23T10:00').must(terminate, END, COMPETENT);
    theCase.must({ type: 'reopen', gives: ['reasons'] }, '2026-11-24T09:00', MANAGER);
    expect(theCase.state.status).toBe('open');
    expect(theCase.state.lines.connections).toBe('suspended');
    expect(theCase.open()).toEqual(['rectify-2']);
  });

  it('a matter that has fallen away is ended by the competent department alone', () => {
    const theCase = new PureCase('lz-share-conditional').submit(MORNING);
    expect(theCase.give(terminate, NOON, MANAGER)?.code).toBe('role_not_allowed');
    expect(theCase.give({ ...terminate, gives: [] }, NOON, COMPETENT)?.code).toBe('reasons_required');
    expect([offers(theCase, MANAGER), offers(theCase, COMPETENT)]).toEqual([false, true]);
    theCase.must(terminate, NOON, COMPETENT);
    expect(theCase.state).toMatchObject({ status: 'closed', result: 'terminated' });
    expect(theCase.give(terminate, NOON, COMPETENT)?.code).toBe('case_closed');
  });

  it('never by the side that filed the case', () => {
    const procedure = procedureById('lz-incident-virus') as Procedure;
    const own = { ...procedure, submitters: ['security-lead' as const] };
    const theCase = new PureCase(own.id, { procedure: own }).submit(MORNING, { foundAt: at(MORNING) });
    const colleague = actor('security-lead', 'two');
    expect(theCase.give(terminate, NOON, colleague)?.code).toBe('role_not_allowed');
    expect(offers(theCase, colleague)).toBe(false);
  });

  it('where a text does not let it be ended so, nobody may', () => {
    const procedure = procedureById('lz-share-conditional') as Procedure;
    const never = { ...procedure, acts: { ...procedure.acts, terminate: null } };
    const theCase = new PureCase(never.id, { procedure: never }).submit(MORNING);
    expect(theCase.give(terminate, NOON, COMPETENT)?.code).toBe('act_not_allowed');
    expect(commonRules(never)).toHaveLength(2);
  });
});

it('every procedure with stages can be ended by a role that does not file it, and says so', () => {
  for (const procedure of allProcedures().filter(({ stages }) => Object.keys(stages).length > 0)) {
    const { acts, submitters, recurrence } = procedure;
    const filing = new Set([...submitters, ...(recurrence === undefined ? [] : [recurrence.holders])]);
    expect(
      acts?.terminate?.by.filter((role) => !filing.has(role)),
      procedure.id,
    ).not.toEqual([]);
    const told = commonRules(procedure).some((rule) => rule.includes('终止'));
    expect(told || acts?.terminate?.basis !== null, procedure.id).toBe(true);
  }
});
