import type { RegisterLine, Store } from '../../store/index.ts';

/** What a cell points at by its id. */
export type Pointer = { kind: 'department' | 'resource'; id: string };
/** The title of what a line points at; null where there is none of that id, as of an entry that was in no catalogue. */
export type TitlesOf = (line: Pick<RegisterLine, 'jurisdiction'>, pointer: Pointer) => string | null;

type Pointing = { line: Pick<RegisterLine, 'jurisdiction'>; pointer: Pointer };

/** The titles of all that lines point at, in two questions however many there are. */
export const titlesFor = async (
  { people, catalogue }: Pick<Store, 'people' | 'catalogue'>,
  pointing: readonly Pointing[],
): Promise<TitlesOf> => {
  const ids = (kind: Pointer['kind']): string[] => [
    ...new Set(pointing.flatMap(({ pointer }) => (pointer.kind === kind ? [pointer.id] : []))),
  ];
  const [departments, resources] = [ids('department'), ids('resource')];
  const [ofDepartments, ofResources] = await Promise.all([
    departments.length === 0 ? null : people.departments(departments),
    resources.length === 0 ? null : catalogue.titles(resources),
  ]);
  return ({ jurisdiction }, { kind, id }) =>
    (kind === 'department' ? ofDepartments?.get(id)?.title : ofResources?.get(`${id}@${jurisdiction}`)) ??
    null;
};
