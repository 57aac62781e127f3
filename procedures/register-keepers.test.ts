import { describe, expect, it } from 'vitest';
import { effectsOf } from './check-effects.ts';
import { allProcedures } from './index.ts';
import { KEEPERS, READERS, type Reader } from './register-keepers.ts';
import { JURISDICTIONS, type Jurisdiction, REGULATIONS } from './regulations.ts';
import { ROLES } from './roles.ts';
import type { RegisterId } from './schema.ts';
import type { ThingId } from './things.ts';

/** What procedures put into registers: place → register → the kinds of things; null: what their case made. */
const kept = new Map<string, Set<ThingId | null>>();
for (const procedure of allProcedures()) {
  for (const { effect } of effectsOf(procedure)) {
    const at = `${procedure.jurisdiction} ${effect.register}`;
    const thing = effect.key === undefined || effect.key === 'case' ? null : effect.key.thing;
    kept.set(at, (kept.get(at) ?? new Set()).add(thing));
  }
}
const readersIn = (from: typeof READERS) =>
  Object.entries(from).flatMap(([register, places]) =>
    Object.entries(places).flatMap(([place, readers]) =>
      readers.map((reader) => ({ register: register as RegisterId, place: place as Jurisdiction, reader })),
    ),
  );
const covers = ({ of }: Reader, thing: ThingId | null): boolean =>
  of === undefined || (thing !== null && of.includes(thing));

describe('every register has keepers wherever procedures write in it', () => {
  it.each([...kept])('%s', (at, things) => {
    const [place, register] = at.split(' ') as [Jurisdiction, RegisterId];
    const keepers = KEEPERS[register][place] ?? [];
    expect([...things].filter((thing) => !keepers.some((keeper) => covers(keeper, thing)))).toEqual([]);
  });

  it('and none where nothing is ever written', () => {
    const idle = readersIn({ ...KEEPERS }).filter(({ register, place, reader }) => {
      const things = [...(kept.get(`${place} ${register}`) ?? [])];
      return !things.some((thing) => covers(reader, thing));
    });
    expect(idle).toEqual([]);
  });
});

describe('who keeps or reads a register', () => {
  const all = [...readersIn(KEEPERS), ...readersIn(READERS)];

  it('is said by a regulation of the place', () => {
    const elsewhere = all.filter(
      ({ place, reader }) => REGULATIONS[reader.basis.regulation].jurisdiction !== place,
    );
    expect(elsewhere).toEqual([]);
    expect(all.filter(({ reader }) => !reader.basis.article.startsWith('第'))).toEqual([]);
  });

  it('keeps it for a whole jurisdiction, so holds a role of the jurisdiction', () => {
    const keepers = readersIn(KEEPERS).map(({ reader }) => reader.by);
    expect(keepers.filter((by) => by === 'everybody' || ROLES[by].scope !== 'jurisdiction')).toEqual([]);
  });

  it('the catalogue is there for everybody, wherever there is one', () => {
    const places = (Object.keys(JURISDICTIONS) as Jurisdiction[]).filter((at) => kept.has(`${at} resources`));
    expect(places.filter((at) => !READERS.resources?.[at]?.some(({ by }) => by === 'everybody'))).toEqual([]);
  });

  it('a mark on a licence is there for whoever asks for licences, wherever licences are marked', () => {
    const places = (Object.keys(JURISDICTIONS) as Jurisdiction[]).filter((at) => kept.has(`${at} licences`));
    expect(Object.keys(READERS.licences ?? {}).sort()).toEqual(places.sort());
  });
});
