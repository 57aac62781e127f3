import { describe, expect, it } from 'vitest';
import { EDITION } from '../procedures/lanzhou/edition.ts';
import { target } from '../procedures/limits.ts';
import { cite } from '../procedures/regulations.ts';
import type { Effect, Procedure } from '../procedures/schema.ts';
import { PureCase } from '../test/support/pure-case.ts';

const basis = cite('LZ-P', '第一百四十条');
const SEAL = { register: 'seals', key: { thing: 'seal', field: 'sealNo' } } as const;

/** A seal that is put, and on whose withdrawal what it did is taken back. */
const sealing = (effects: Effect[], withdrawn: Effect[] = []): Procedure => ({
  ...{ id: 'lz-sealing', family: 'seal', jurisdiction: 'lz', title: '用印', basis, edition: EDITION },
  submitters: ['requester'],
  form: { sealNo: { title: '印章编号', type: 'text' } },
  start: ['seal'],
  stages: {
    seal: {
      ...{ title: '盖章', basis, by: 'seal-keeper', within: target(1, 'working-day', basis) },
      outcomes: { sealed: { title: '已盖章', effects, opens: ['send'] } },
    },
    send: {
      ...{ title: '分发', basis, by: 'requester', within: target(1, 'working-day', basis) },
      outcomes: { sent: { title: '已分发', ends: 'sent' } },
    },
  },
  endings: { sent: '已分发', withdrawn: '已撤回' },
  onEnding: { withdrawn },
});
const changesOf = ({ events }: PureCase) =>
  events.flatMap((event) => (event.type === 'RegisterChanged' ? [event.data] : []));
const sealed = (procedure: Procedure, facts = {}) =>
  new PureCase(procedure.id, { procedure })
    .submit('2026-11-23T09:30', facts)
    .decide('seal', 'sealed', '2026-11-23T10:00');

describe('what an outcome does to registers', () => {
  it('is done only where its condition holds over the facts of the case', () => {
    const procedure = sealing([
      { ...SEAL, op: 'mark', when: { fact: 'kind', in: ['a'] } },
      { ...SEAL, op: 'change', when: { not: { fact: 'kind', in: ['a'] } } },
    ]);
    expect(changesOf(sealed(procedure, { kind: 'a' })).map(({ op }) => op)).toEqual(['mark']);
    expect(changesOf(sealed(procedure, { kind: 'b' })).map(({ op }) => op)).toEqual(['change']);
  });

  it('a mark that tells says so, and no other change does', () => {
    const changes = changesOf(
      sealed(
        sealing([
          { ...SEAL, op: 'mark', tells: true },
          { ...SEAL, op: 'use' },
        ]),
      ),
    );
    expect(changes.map(({ op, tells }) => [op, tells])).toEqual([
      ['mark', true],
      ['use', undefined],
    ]);
  });

  it('a use leaves the line as the case has made it: what was put is still there to be taken back', () => {
    const procedure = sealing(
      [
        { ...SEAL, op: 'mark' },
        { ...SEAL, op: 'use' },
      ],
      [{ ...SEAL, op: 'unmark', own: true }],
    );
    const theCase = sealed(procedure);
    expect(theCase.state.lines).toEqual({ seals: 'marked' });
    theCase.must({ type: 'withdraw' }, '2026-11-23T11:00', theCase.state.submitter as never);
    expect(changesOf(theCase).map(({ op }) => op)).toEqual(['mark', 'use', 'unmark']);
  });
});
