import type { MustExist } from '../../procedures/must-exist.ts';
import type { Jurisdiction } from '../../procedures/regulations.ts';
import { THINGS } from '../../procedures/things.ts';
import type { Desk } from '../deps.ts';
import type { Contents } from '../forms/check.ts';
import { type FieldError, type Problem, problem } from '../problems/problem.ts';

/** Where the case is filed: things are told apart in a jurisdiction, or in the department that files. */
type Place = { jurisdiction: Jurisdiction; department: string };

const at = (contents: Contents, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => (inner as Contents | null | undefined)?.[name], contents);
const namesIn = (said: unknown): string[] =>
  (Array.isArray(said) ? said : [said]).filter((name): name is string => typeof name === 'string');

/**
 * Things that an effect means and that no register has standing: misspelt, or gone already; null: none. One that the contents say was
 * there before the register (系统建立前已有) need not be in it. `pointerOf`: where a field stands in the request.
 */
export const thingsProblem = async (
  { store }: Pick<Desk, 'store'>,
  effects: readonly MustExist[],
  contents: Contents,
  { jurisdiction, department }: Place,
  pointerOf: (field: string) => string,
): Promise<Problem | null> => {
  const found = effects.map(async ({ key: { thing, field } }): Promise<FieldError[]> => {
    const { unique, called } = THINGS[thing];
    const place = unique === 'department' ? department : jurisdiction;
    const lacking = await store.registers.notStanding(thing, place, namesIn(at(contents, field)));
    return lacking.flatMap(({ name, closed }) => {
      if (closed) return [{ pointer: pointerOf(field), message: `${called}“${name}”已经注销` }];
      const message = `台账中没有${called}“${name}”；确为系统建立前已有的，请注明`;
      return contents.existedBefore === true ? [] : [{ pointer: pointerOf(field), message }];
    });
  });
  const errors = (await Promise.all(found)).flat();
  const unlike = [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
  return unlike.length === 0
    ? null
    : problem(422, 'thing_not_standing', '所填的事物不在台账中，或者已经注销。', { errors: unlike });
};
