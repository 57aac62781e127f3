import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, shareRequest, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  const { commands, case_files: files } = await world.stored();
  expect({ commands, files }).toEqual({ commands: 0, files: 0 });
  await world.close();
});

describe('a body that is no proper JSON is turned away and nothing is stored', () => {
  const raw = async (type: string | null, text: string) => {
    const sent = request(world.app)
      .post('/api/v1/cases')
      .set('Authorization', `Bearer ${await world.tokenOf('requester')}`)
      .set('Idempotency-Key', randomUUID());
    return (type === null ? sent : sent.set('Content-Type', type)).send(text);
  };
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=gbk'])(
    'content of type %s',
    async (type) => {
      expect((await raw(type, JSON.stringify(shareRequest()))).body).toMatchObject({
        status: 415,
        code: 'unsupported_media_type',
      });
    },
  );
  it('a body of 10 MB', async () => {
    expect((await raw('application/json', `"${'x'.repeat(10_000_000)}"`)).body).toMatchObject({
      status: 413,
      code: 'body_too_large',
    });
  });
  it.each(['{', '{"procedure":', 'null', '7'])('the broken body %s', async (text) => {
    expect((await raw('application/json', text)).status).toBe(400);
  });
  it('a body a thousand levels deep', async () => {
    expect((await raw('application/json', `{"form":${'['.repeat(1000)}${']'.repeat(1000)}}`)).status).toBe(
      400,
    );
  });
  it('a name of a key that means something to the language', async () => {
    expect(
      (await raw('application/json', '{"__proto__":{"x":1},"procedure":"lz-share-open","form":{}}')).status,
    ).toBe(400);
  });
});
