import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { actorSchema, departmentFields, listOf, seatSchema } from '../schemas/common.ts';
import { withTitles } from './titles.ts';

const asked: string[][] = [];
const read = async (ids: ReadonlySet<string>) => {
  asked.push([...ids].toSorted());
  return new Map([...ids].filter((id) => id !== 'gone').map((id) => [id, `部门${id}`]));
};
const seat = (department: string) => ({ role: 'platform-manager', department });
const titled = (department: string, title: string | null) => ({
  ...{ ...seat(department), departmentTitle: title, roleTitle: '平台管理单位' },
});

describe('an id of a department or a role has its title beside it wherever the schema says so', () => {
  const schema = listOf(
    z.strictObject({
      by: z.union([z.literal('system'), actorSchema]),
      to: seatSchema.nullable(),
      seats: z.array(seatSchema).optional(),
      form: z.record(z.string(), z.unknown()),
      own: z.strictObject({ ...departmentFields, name: z.string() }),
    }),
  );
  const own = { department: 'c', departmentTitle: 'as it says itself', name: 'n' };
  const item = { by: { ...seat('a'), name: '王**' }, to: null, form: seat('x'), own };
  const system = { by: 'system', to: seat('b'), seats: [seat('gone'), seat('a')], form: {}, own };
  const body = { items: [item, system], next: null };

  it('deep within lists, one question for all of them; what people filed stays as it is, and so does the answer handed in', async () => {
    const before = structuredClone(body);
    const answer = (await withTitles(schema, body, read)) as typeof body;
    expect(answer.items).toEqual([
      { ...item, by: { ...item.by, ...titled('a', '部门a') } },
      { ...system, to: titled('b', '部门b'), seats: [titled('gone', null), titled('a', '部门a')] },
    ]);
    expect(schema.safeParse(answer).error).toBeUndefined();
    expect(asked).toEqual([['a', 'b', 'gone']]);
    expect(body).toEqual(before);
  });

  it('where there is nothing to be titled nobody is asked', async () => {
    asked.length = 0;
    expect(await withTitles(schema, { items: [], next: null }, read)).toEqual({ items: [], next: null });
    expect(await withTitles(undefined, 'text', read)).toBe('text');
    expect(asked).toEqual([]);
  });
});
