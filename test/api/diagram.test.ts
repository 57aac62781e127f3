import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from './people.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let no: string;
beforeAll(async () => {
  world = await openWorld();
  no = (await world.as('requester').submit()).body.case.no;
  const reply = await world.as('manager').decide(no, 'review-1', { outcome: 'pass' });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
});
afterAll(() => world.close());

const diagram = async (account: Account, id: string, of?: string) =>
  request(world.app)
    .get(`/api/v1/procedures/${id}/diagram${of === undefined ? '' : `?case=${of}`}`)
    .set('Authorization', `Bearer ${await world.tokenOf(account)}`);

describe('the diagram over HTTP', () => {
  it('is Mermaid text, without a case in it unless one is asked for', async () => {
    const reply = await diagram('requester', 'lz-share-conditional');
    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toBe('text/vnd.mermaid; charset=utf-8');
    expect(reply.text).toMatch(/^flowchart TD\n/);
    expect(reply.text).not.toContain('classDef');
  });

  it('shows where a case stands to those who may see it, and to nobody else', async () => {
    const { text } = await diagram('requester', 'lz-share-conditional', no);
    expect(text).toContain('  class submitted,s_review done');
    expect(text).toContain('  class s_authorise current');
    expect(text).toContain('  class s_exchange future');
    expect((await diagram('hotline', 'lz-share-conditional', no)).status).toBe(404);
    expect((await diagram('requester', 'lz-share-open', no)).status).toBe(404);
    expect((await diagram('requester', 'no-such-procedure')).body.code).toBe('procedure_not_found');
  });
});
