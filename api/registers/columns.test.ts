import { describe, expect, it } from 'vitest';
import { procedureById, type RegisterId } from '../../procedures/index.ts';
import type { BehindLines, CaseOfLine, RegisterLine } from '../../store/index.ts';
import { cellsOf, fieldsTold } from './columns.ts';

const NOW_MS = Date.parse('2026-11-23T09:30:00+08:00');
/** What each case said, the earliest first: the details and who told them, as the database derives them. */
type Telling = { no: string; says: Record<string, unknown> };
const lineOf = (register: RegisterId, more: Partial<RegisterLine>, tellings: Telling[]): RegisterLine => ({
  ...{ register, key: 'k', thing: null, name: null, title: 't', caseNo: tellings[0]?.no ?? 'LZ-1' },
  ...{
    department: 'lz-civil',
    ownerDepartment: null,
    deciders: [],
    jurisdiction: 'lz',
    state: 'open',
    until: null,
    reached: null,
  },
  ...{ openedAtMs: NOW_MS, changedAtMs: NOW_MS },
  details: Object.assign({}, ...tellings.map(({ says }) => says)),
  toldBy: Object.assign(
    {},
    ...tellings.map(({ no, says }, n) =>
      Object.fromEntries(Object.keys(says).map((name) => [name, [n + 1, no]])),
    ),
  ),
  ...more,
});
const caseOf = (id: string, more: Partial<CaseOfLine> = {}): CaseOfLine => ({
  ...{ procedure: id, edition: procedureById(id)!.edition.id, status: 'closed', result: null },
  ...{ facts: {}, openStages: [], ...more },
});
const behind = (cases: Record<string, CaseOfLine>, more: Partial<BehindLines> = {}) => ({
  ...{ cases: new Map(Object.entries(cases)), standing: new Map(), closedAtMs: new Map(), uses: new Map() },
  ...{ entries: new Map(), decisions: new Map(), names: new Map(), titles: () => null, ...more },
});

describe('a column shows what was said last of all that fills it', () => {
  const account = (...tellings: Telling[]) =>
    cellsOf(
      lineOf('accounts', { thing: 'platform-account', name: 'gx-1' }, tellings),
      behind({
        'LZ-1': caseOf('lz-platform-access'),
        'LZ-2': caseOf('lz-account-platform'),
        'LZ-3': caseOf('lz-account-platform'),
      }),
    ).users;
  const opened = { no: 'LZ-1', says: { responsible: '甲', rights: ['编目'], account: 'gx-1' } };
  const handedOver = { no: 'LZ-2', says: { person: '甲', successor: '乙', account: 'gx-1' } };

  it('under the name that the procedure has for it', () => {
    expect(account(opened)).toBe('甲');
    expect(account(opened, handedOver)).toBe('乙');
  });

  it('not what another case said before in a field that goes first', () => {
    expect(account(handedOver, { no: 'LZ-3', says: { person: '丙', account: 'gx-1' } })).toBe('丙');
  });

  it('a field of that name in a procedure that means something else by it fills nothing', () => {
    const said = { no: 'LZ-1', says: { level: 'city', protection: 'two' } };
    const line = lineOf('connections', { thing: 'connection' }, [said]);
    const cells = cellsOf(line, behind({ 'LZ-1': caseOf('ls-extranet-access') }));
    expect(cells).toMatchObject({ tier: '市级（城域光纤网）', level: '第二级' });
  });
});

it('of several accounts each line shows who has its own; where the lists do not go together, all of them', () => {
  const says = { accounts: ['oa-1', 'OA- 2'], users: ['甲', '乙'], rights: ['收文', '发文'] };
  const usersOf = (name: string, said: Record<string, unknown>) =>
    cellsOf(
      lineOf('accounts', { thing: 'office-account', name }, [{ no: 'LZ-1', says: said }]),
      behind({ 'LZ-1': caseOf('lz-account-oa') }),
    ).users;
  expect(usersOf('oa-1', says)).toEqual(['甲']);
  expect(usersOf('ＯＡ-2', says)).toEqual(['乙']);
  expect(usersOf('oa-1', { ...says, users: ['甲', '乙', '丙'] })).toEqual(['甲', '乙', '丙']);
});

it('a list of names that another case told does not say whose part is whose', () => {
  const registered = { no: 'LZ-1', says: { accounts: ['a', 'b'], users: ['甲', '乙'] } };
  const other = { no: 'LZ-2', says: { accounts: ['b', 'a'] } };
  const line = lineOf('accounts', { thing: 'service-account', name: 'a' }, [registered, other]);
  const cases = { 'LZ-1': caseOf('lz-account-service'), 'LZ-2': caseOf('lz-account-service') };
  expect(cellsOf(line, behind(cases)).users).toEqual(['甲', '乙']);
});

it('a stand-in is shown only until the case of the custody has ended; the keeper stays', () => {
  const made = { no: 'LZ-1', says: { keeper: '甲', sealName: '公章' } };
  const custody = { no: 'LZ-2', says: { standIn: '乙', until: '2026-12-01' } };
  const cells = (status: 'open' | 'closed') =>
    cellsOf(
      lineOf('seals', { thing: 'seal' }, [made, custody]),
      behind({ 'LZ-1': caseOf('lz-seal-make'), 'LZ-2': caseOf('lz-seal-custody', { status }) }),
    );
  expect(cells('open')).toMatchObject({ keeper: '甲', standIn: '乙', standInUntil: '2026-12-01' });
  expect(cells('closed')).toMatchObject({ keeper: '甲', standIn: null, standInUntil: null });
});

describe('a project shows how far it has got', () => {
  const step = (id: string, more: Partial<CaseOfLine>) =>
    cellsOf(
      lineOf('projects', { thing: 'project' }, [{ no: 'LY-1', says: {} }]),
      behind({ 'LY-1': caseOf(id, more) }),
    ).step;

  it('by its open stages, and at last by how it ended', () => {
    expect(step('ly-project', { status: 'open', openStages: ['procure'] })).toEqual(['政府采购或招投标']);
    expect(step('ly-project', { result: 'accepted' })).toBe('验收合格');
  });

  it('nothing where the case that began the line is not the project', () => {
    expect(step('ly-project-evaluation', { result: 'evaluated' })).toBeNull();
  });
});

describe('a document shows by whom and when it was signed off and sealed', () => {
  const line = (state: 'marked' | 'open' | 'suspended') =>
    lineOf('documents', { thing: 'document', state }, [
      { no: 'LZ-1', says: { title: '通知', sealNo: 'S-1' } },
    ]);
  const decisions = new Map([
    [
      'LZ-1 sign sign',
      { atMs: NOW_MS, by: { personId: 'p-1', department: 'lz-civil', role: 'unit-head' as const } },
    ],
  ]);
  const standing = new Map([['k', [{ op: 'mark' as const, atMs: NOW_MS + 3_600_000, caseNo: 'LZ-1' }]]]);
  const more = { decisions, names: new Map([['p-1', '王小明']]) };
  const cases = { 'LZ-1': caseOf('lz-document', { status: 'open' }) };

  it('whoever signed is masked as everywhere', () => {
    expect(cellsOf(line('marked'), { ...behind(cases, { standing }), ...more })).toMatchObject({
      ...{ document: '通知', sealNo: 'S-1', signedOffBy: '王**' },
      ...{ signedOffAt: '2026-11-23T09:30:00+08:00', sealedAt: '2026-11-23T10:30:00+08:00' },
    });
  });

  it('signed off and not sealed yet, it shows who signed', () => {
    expect(cellsOf(line('open'), { ...behind(cases), ...more })).toMatchObject({
      ...{ signedOffBy: '王**', signedOffAt: '2026-11-23T09:30:00+08:00', sealedAt: null },
    });
  });

  it('while it is approved over again neither holds', () => {
    expect(cellsOf(line('suspended'), { ...behind(cases), ...more })).toMatchObject({
      ...{ signedOffBy: null, signedOffAt: null, sealedAt: null },
    });
  });
});

it('what a case told is masked by the field of its own edition, and nothing of a case that is not there is shown', () => {
  const holder = { name: '欧阳娜', idNumber: '11010519491231002X' };
  const says = { holder, licenceNo: 'L-1', kind: '证照 13800138000' };
  const line = lineOf('licences', { thing: 'licence' }, [{ no: 'LZ-1', says }]);
  const backdrop = behind({ 'LZ-1': caseOf('lz-licence-lifecycle') });
  expect(cellsOf(line, backdrop)).toMatchObject({
    ...{ holder: '欧** 110105********002X', kind: '证照 138****8000' },
  });
  expect(fieldsTold(line, backdrop).holder?.type).toBe('holder');
  expect(fieldsTold(line, behind({}))).toEqual({});
  expect(cellsOf(line, behind({}))).toMatchObject({ holder: null, kind: null });
});
