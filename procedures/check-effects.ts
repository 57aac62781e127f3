import { stageOf } from './conditions.ts';
import type { Field, Fields } from './fields.ts';
import { statesOf } from './musts.ts';
import type { Effect, Ending, Outcome, Procedure, StageId } from './schema.ts';
import { OF_THEIR_CASE, THINGS } from './things.ts';
import { SHARE_CLASS_WORDS } from './words.ts';

/** An effect, where it is brought about, and what is asked there; `from`: the stage, null where no stage need have been. */
export type Told = { at: string; effect: Effect; fields: Fields; from: StageId | null };

/**
 * Effects whose line could not be found: of a thing that nothing names, that may be left unnamed on some way there, or that other
 * procedures call something else; those that may end a thing that is not there; and those that tell of an entry what nobody said.
 */
export const effectFindings = (procedure: Procedure): string[] =>
  effectsOf(procedure).flatMap((told) => [
    ...keyFindings(procedure)(told),
    ...progressFindings(told),
    ...mustFindings(procedure, told),
    ...entryFindings(procedure, told),
  ]);

/**
 * What ends, stops or uses a thing is of one that this case has opened, or that must be there. An incident is met by whatever name it
 * has. Where it must be there, the filing or the decision can say that it was before the register, unless the case has opened it.
 */
const mustFindings = (procedure: Procedure, { at, fields, effect }: Told): string[] => {
  const { op, key, own, must, before = 'existedBefore', tells } = effect;
  if (tells === true && op !== 'mark') return [`${at}: only a mark tells for as long as it stands`];
  if (key === undefined || key === 'case') return [];
  if (must === undefined) {
    const ends = ['close', 'suspend', 'resume', 'use'].includes(op) && own !== true;
    return ends && procedure.family !== 'incident'
      ? [`${at}: may ${op} a ${key.thing} that is not there`]
      : [];
  }
  if (before === null) {
    const opens = effectsOf(procedure).some(
      ({ effect: other }) =>
        other.op === 'open' &&
        typeof other.key === 'object' &&
        other.key.thing === key.thing &&
        other.key.field === key.field,
    );
    return opens ? [] : [`${at}: the case has opened no ${key.thing} by ${key.field}`];
  }
  if (statesOf(must).includes('absent')) return [];
  const beside = fieldAt(fields, key.field) === undefined ? procedure.form : fields;
  return beside[before]?.type === 'flag' ? [] : [`${at}: ${key.field} stands without ${before}`];
};

/** Projects begin and end with a word of how far they have come; of other things there is none. */
const progressFindings = ({ at, effect: { register, op, reached } }: Told): string[] => {
  if (register !== 'projects')
    return reached === undefined ? [] : [`${at}: ${reached} is said of no project`];
  return reached === undefined && (op === 'open' || op === 'close')
    ? [`${at}: does not say how far the project has come`]
    : [];
};

/** Parts of a catalogue entry that nothing tells, or that are told in other words than the catalogue's. */
const entryFindings = (procedure: Procedure, { at, effect: { key, entry = {} } }: Told): string[] =>
  Object.entries(entry).flatMap(([part, tells]) => {
    if (key === undefined || key === 'case' || key.thing !== 'resource') return [`${at}: tells of no entry`];
    if (typeof tells === 'object' && 'is' in tells)
      return part === 'shareType' && !isShareClass(tells.is) ? [`${at}: ${tells.is} is no share class`] : [];
    const path = typeof tells === 'string' ? tells : tells.field;
    const fields = everyField(procedure, path);
    if (fields.length === 0) return [`${at}: no field ${path} tells its ${part}`];
    const word = (choice: string) => (typeof tells === 'string' ? choice : tells.as[choice]);
    const choices = fields.flatMap((field) =>
      field.type === 'choice' ? Object.keys(field.options) : [null],
    );
    return part === 'shareType' && !choices.every((choice) => choice !== null && isShareClass(word(choice)))
      ? [`${at}: ${path} does not tell a share class`]
      : [];
  });
const isShareClass = (word: string | null | undefined): boolean =>
  word != null && Object.hasOwn(SHARE_CLASS_WORDS, word);

const keyFindings =
  (procedure: Procedure) =>
  ({ at, effect, fields, from }: Told): string[] => {
    const { register, key, own } = effect;
    if (OF_THEIR_CASE.includes(register))
      return key === undefined ? [] : [`${at}: ${register} are named by their cases`];
    if (key === undefined) return [`${at}: nothing says of which thing the line of ${register} is`];
    if (key === 'case') return [];
    const found: string[] = [];
    if (THINGS[key.thing].register !== register) found.push(`${at}: a ${key.thing} is not in ${register}`);
    const named = everyField(procedure, key.field);
    if (named.length === 0) found.push(`${at}: no field ${key.field} names the ${key.thing}`);
    for (const field of named) {
      if (!['text', 'texts', 'resource'].includes(field.type)) found.push(`${at}: ${key.field} is no name`);
    }
    // What this case has put, it has named when it put it.
    if (own !== true && !isNamed(procedure, key.field, fields, from))
      found.push(`${at}: may come without ${key.field}`);
    return found;
  };

/** Every effect of a procedure with what is asked where it is brought about. */
export const effectsOf = (procedure: Procedure): Told[] => {
  const { id, stages, onEnding = {} } = procedure;
  const told = (at: string, effects: readonly Effect[] = [], fields: Fields, from: StageId | null): Told[] =>
    effects.map((effect) => ({ at, effect, fields, from }));
  const ofStages = outcomesOf(procedure).flatMap(({ stage, name, outcome }) =>
    told(`${id}.${stage}:${name}`, outcome.effects, outcome.fields ?? {}, stage),
  );
  const ofEndings = Object.entries(onEnding).flatMap(([ending, effects]) => [
    ...(endsAnytime(procedure, ending) ? told(`${id}.${ending}`, effects, {}, null) : []),
    ...outcomesOf(procedure)
      .filter(
        ({ outcome: { ends } }) =>
          ends === ending || (typeof ends === 'object' && ending in (stages[ends.as]?.outcomes ?? {})),
      )
      .flatMap(({ stage, outcome }) => told(`${id}.${ending}`, effects, outcome.fields ?? {}, stage)),
  ]);
  return [...ofStages, ...ofEndings];
};

const outcomesOf = ({ stages }: Procedure): { stage: StageId; name: string; outcome: Outcome }[] =>
  Object.entries(stages).flatMap(([stage, { outcomes }]) =>
    Object.entries(outcomes).map(([name, outcome]) => ({ stage, name, outcome })),
  );

const endsAnytime = ({ grantedOnSubmission, acts }: Procedure, ending: Ending): boolean =>
  ending === 'withdrawn' || ending === grantedOnSubmission || ending === acts?.terminate?.as;

/** A field by its name, or by `object.name`. */
const fieldAt = (fields: Fields, path: string): Field | undefined => {
  const [first = '', ...rest] = path.split('.');
  const field = fields[first];
  if (rest.length === 0) return field;
  return field?.type === 'object' && field.required !== false
    ? fieldAt(field.fields, rest.join('.'))
    : undefined;
};
const gives = (fields: Fields | undefined, path: string): boolean => {
  const field = fieldAt(fields ?? {}, path);
  return field !== undefined && field.required !== false;
};
const fieldSets = (procedure: Procedure): Fields[] => [
  procedure.form,
  ...outcomesOf(procedure).map(({ outcome }) => outcome.fields ?? {}),
];
/** The field of that path in the form and in each decision that has it. */
export const everyField = (procedure: Procedure, path: string): Field[] =>
  fieldSets(procedure).flatMap((fields) => fieldAt(fields, path) ?? []);

/** Whether the field must have been filled in by then: no way leads to the stage past all that ask for it. */
export const isNamed = (procedure: Procedure, path: string, fields: Fields, from: StageId | null): boolean =>
  gives(procedure.form, path) ||
  gives(fields, path) ||
  (from !== null && !reachedWithout(procedure, path).has(from));

const reachedWithout = ({ start, stages }: Procedure, path: string): Set<StageId> => {
  const reached = new Set(start.map(stageOf));
  for (const id of reached) {
    const silent = Object.values(stages[id]?.outcomes ?? {}).filter(({ fields }) => !gives(fields, path));
    const clocks = stages[id]?.clocks ?? [];
    const next = [
      ...silent.flatMap(({ opens = [] }) => opens.map(stageOf)),
      ...clocks.flatMap(({ onMissed = [] }) => onMissed),
    ];
    for (const opened of next) reached.add(opened);
  }
  return reached;
};
