import { type Demanding, statesOf } from '../../procedures/musts.ts';
import type { Jurisdiction } from '../../procedures/regulations.ts';
import { stateWord, THINGS } from '../../procedures/things.ts';
import type { FoundThing } from '../../store/index.ts';
import type { Desk } from '../deps.ts';
import type { Contents } from '../forms/check.ts';
import { type FieldError, type Problem, problem } from '../problems/problem.ts';

/** Where the case is filed: things are told apart in a jurisdiction, or in the department that files. */
type Place = { jurisdiction: Jurisdiction; department: string };
type Meant = {
  effects: readonly Demanding[];
  contents: Contents;
  place: Place;
  /** The case that decides; null: one that is being filed. */
  caseNo: string | null;
  /** Where a field stands in the request. */
  pointerOf: (field: string) => string;
};

const at = (contents: Contents, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => (inner as Contents | null | undefined)?.[name], contents);
const namesIn = (contents: Contents, { key: { field } }: Demanding): string[] => {
  const said = at(contents, field);
  return (Array.isArray(said) ? said : [said]).filter((name): name is string => typeof name === 'string');
};
const placeOf = ({ key: { thing } }: Demanding, { jurisdiction, department }: Place): string =>
  THINGS[thing].unique === 'department' ? department : jurisdiction;

/** `not-standing`: misspelt, or gone already; `other-state`: there, but not as it must be. */
type Against = { kind: 'not-standing' | 'other-state'; message: string };

/** What stands against an effect on this thing; null: nothing. */
const against = (effect: Demanding, found: FoundThing, { contents, caseNo }: Meant): Against | null => {
  const { op, must, before = 'existedBefore', key } = effect;
  const { name, state, openedBy, openerIsOpen } = found;
  const called = `${THINGS[key.thing].called}“${name}”`;
  const isOwn = caseNo !== null && openedBy === caseNo;
  // What a case has opened itself, it may open anew (退回修改后再签发).
  if (op === 'open' && isOwn) return null;
  if (before === null && !isOwn)
    return { kind: 'other-state', message: `${called}已由其他办件登记，以该办件为准` };
  const allowed = statesOf(must);
  if (allowed.includes(state)) {
    const isAnew = op === 'open' && !allowed.includes('absent');
    return isAnew && openerIsOpen && caseNo !== null
      ? { kind: 'other-state', message: `${called}的原办件尚未办结` }
      : null;
  }
  if (state === 'absent') {
    const message = `台账中没有${called}；确为系统建立前已有的，请注明`;
    return contents[before ?? ''] === true ? null : { kind: 'not-standing', message };
  }
  const kind = state === 'closed' ? 'not-standing' : 'other-state';
  return { kind, message: `${called}${stateWord(key.thing, state)}` };
};

/**
 * Things that do not stand in their register as an effect on them demands; null: all do. One that the contents say was there before the
 * register (系统建立前已有) need not be in it.
 */
export const thingsProblem = async (
  { store }: Pick<Desk, 'store'>,
  meant: Meant,
): Promise<Problem | null> => {
  const looked = meant.effects.map(async (effect): Promise<(Against & FieldError)[]> => {
    const { thing, field } = effect.key;
    const place = placeOf(effect, meant.place);
    const found = await store.registers.statesOfThings(thing, place, namesIn(meant.contents, effect));
    return found.flatMap((each) => {
      const no = against(effect, each, meant);
      return no === null ? [] : [{ ...no, pointer: meant.pointerOf(field) }];
    });
  });
  const wrong = (await Promise.all(looked)).flat();
  if (wrong.length === 0) return null;
  const errors = wrong.map(({ pointer, message }): FieldError => ({ pointer, message }));
  const unlike = { errors: [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()] };
  return wrong.some(({ kind }) => kind === 'not-standing')
    ? problem(422, 'thing_not_standing', '所填的事物不在台账中，或者已经注销。', unlike)
    : problem(422, 'thing_in_other_state', '所填的事物在台账中的状态不允许这样办理。', unlike);
};

/**
 * Holds the things that a decision changes until its command has been carried out, so that of two cases that mean one thing at the same
 * moment the second finds what the first has made of it; null: held. Things that are only used can be used by several at once.
 */
export const claimsProblem = async (
  { store }: Pick<Desk, 'store'>,
  { effects, contents, place }: Meant,
  commandId: string,
): Promise<Problem | null> => {
  for (const effect of effects.filter(({ op }) => op !== 'use')) {
    const names = namesIn(contents, effect);
    if (await store.registers.claimThings(commandId, effect.key.thing, placeOf(effect, place), names))
      continue;
    await store.registers.releaseThings(commandId);
    return problem(
      409,
      'thing_being_decided',
      `另有办件正在对同一${THINGS[effect.key.thing].called}作出决定，请稍后再试。`,
    );
  }
  return null;
};
