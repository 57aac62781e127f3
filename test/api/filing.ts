import { expect } from 'vitest';
import type { Account } from './people.ts';
import type { World } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

/** What tests of registers do again and again. */
export const filingIn = (world: () => World) => {
  /** Files; the number of the case. */
  const filed = async (account: Account, procedure: string, form: object): Promise<string> => {
    const answer = await world().as(account).submit({ procedure, form });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body.case.no;
  };
  /** Decides a minute later. */
  const decided = async (account: Account, no: string, task: string, body: object): Promise<void> => {
    world().time.nowMs += 60_000;
    const answer = await world().as(account).decide(no, task, body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  };
  /** 异议核实: what the licence says is upheld, and the objector told. */
  const upheld = async (no: string): Promise<void> => {
    await decided('issuer', no, 'verify-1', { outcome: 'upheld', reasons: '与登记一致' });
    await decided('issuer', no, 'reply-1', { outcome: 'told', fields: { reply: '维持原内容，电话告知' } });
  };
  /** Lines in which the text occurs, as the account is shown them. */
  const linesOf = async (account: Account, register: string, q: string): Promise<Json[]> => {
    const path = `/api/v1/registers/${register}?q=${encodeURIComponent(q)}`;
    return (await world().as(account).get(path)).body.items;
  };
  return { filed, decided, upheld, linesOf };
};

/** Places and people beside those of every test: who keeps licences and documents, who seals, an owner with no part in his cases. */
export const seatRegisterKeepers = async ({ store: { db } }: World): Promise<void> => {
  await db('role_departments').insert([
    { jurisdiction: 'lz', role: 'service-centre', department_id: 'lz-service' },
    { jurisdiction: 'lz', role: 'management-office', department_id: 'lz-office' },
  ]);
  await db('role_grants').insert([
    { person_id: 'p-office', role: 'management-office', department_id: 'lz-office' },
    { person_id: 'p-colleague', role: 'seal-keeper', department_id: 'lz-civil' },
    { person_id: 'p-issuer', role: 'data-provider', department_id: 'lz-service' },
  ]);
};
