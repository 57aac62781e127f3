import { expect, it } from 'vitest';
import { openApiDocument } from '../../api/openapi-document.ts';
import { ROUTES } from './contract.ts';

type Schema = {
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};

const document = JSON.parse(JSON.stringify(openApiDocument(ROUTES)));
const END = /^(old)?due(At|Date|On)$|^limitDays$/i;

/** Objects that tell the end or the length of a limit, each with the answer it is in, and whether they say of what standing it is. */
type Place = { place: string; marked: boolean };

/** `marked`: the object around this one says it, as a clock does for the ends between which its own can come to lie. */
const placesIn = (schema: Schema, place: string, marked: boolean, seen: readonly string[]): Place[] => {
  const { $ref, properties, items } = schema;
  if ($ref !== undefined) {
    if (seen.includes($ref)) return [];
    const target: Schema = document.components.schemas[$ref.split('/').at(-1) as string];
    return placesIn(target, place, marked, [...seen, $ref]);
  }
  const parts = [schema.anyOf, schema.oneOf, schema.allOf, items && [items]].flatMap((some) => some ?? []);
  const inner = parts.flatMap((part) => placesIn(part, place, marked, seen));
  if (properties === undefined) return inner;
  const own = Object.hasOwn(properties, 'limit');
  const ends = Object.keys(properties).filter((name) => END.test(name));
  const within = Object.entries(properties).flatMap(([name, each]) =>
    placesIn(each, `${place}/${name}`, own, seen),
  );
  return [...inner, ...(ends.length > 0 ? [{ place, marked: own || marked }] : []), ...within];
};

const answersOf = ({ method, path }: { method: string; path: string }): Schema[] => {
  const { responses } = document.paths[path][method];
  return Object.entries(responses as Record<string, { content?: Record<string, { schema: Schema }> }>)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([, { content = {} }]) => Object.values(content).map(({ schema }) => schema));
};
const places = ROUTES.flatMap((route) =>
  answersOf(route).flatMap((schema) => placesIn(schema, `${route.method} ${route.path}`, false, [])),
);

it('wherever an answer tells when a limit ends or how long it is, it says of what standing the limit is', () => {
  const unmarked = places.filter(({ marked }) => !marked);
  expect(unmarked.map(({ place }) => place)).toEqual([]);
});
it.each([
  'get /api/v1/cases/{no}/tasks/clock',
  'get /api/v1/tasks/items/clock',
  'get /api/v1/supervision/overdue/items',
  'get /api/v1/cases/{no}/clocks/{clock}/ledger',
  'get /api/v1/cases/{no}/clocks/{clock}/history/beliefs',
  'get /api/v1/cases/{no}/time-use/tasks',
  'get /api/v1/calendars/{id}/drafts/{n}/impact/items/before',
  'get /public/progress/stages',
])('an end is found where one is told: %s', (place) => {
  expect(places.map((each) => each.place)).toContain(place);
});
