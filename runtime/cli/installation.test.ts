import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, shareRequest, type World } from '../../test/api/world.ts';
import { freshStore } from '../../test/store/sample.ts';
import { INSTALLATION } from './installation.ts';

const PASSWORD = '一个足够长的口令 2026';

/** From a database in which there is nothing but the schema. */
let world: World;
beforeAll(async () => {
  world = await openWorld({ store: await freshStore(), virtual: false });
});
afterAll(() => world.close());

const say = (command: string, args: string[], typed = ''): Promise<string> => {
  const { store } = world;
  return INSTALLATION[command]!.run({ store, args, readPassword: async () => typed });
};
const department = (id: string, title: string) =>
  say('department', [id, '--title', title, '--jurisdiction', 'lz']);
const logIn = (account: string, password: string) =>
  request(world.app).post('/api/v1/sessions').send({ account, password });
const made = (said: string): string => /密码 (\S+)（/.exec(said)?.[1] ?? '';
const rows = async (table: string) => await world.store.db(table).select('*');

describe('an empty database', () => {
  it('becomes an installation in which people sign in, file and see what is to be done', async () => {
    await department('lz-tech', '科技发展局');
    await department('lz-hrss', '人力资源和社会保障局');
    await department('lz-civil', '民政局');
    await say('role-department', ['platform-manager', 'lz-tech']);
    await say('role-department', ['platform-operator', 'lz-tech']);
    await say('resource', [
      ...['lz-hrss-employment', '--title', '就业登记信息', '--department', 'lz-hrss'],
      ...['--share-type', 'conditional', '--item', '就业登记状态', '--item', '登记日期'],
    ]);
    const create = ['--name', '李明', '--department', 'lz-civil'];
    await say('person create', ['li.ming', ...create, '--password-stdin'], `${PASSWORD}\n`);
    await say('person grant', ['li.ming', 'requester', 'lz-civil']);
    const said = await say('person create', ['wang', '--name', '王芳', '--department', 'lz-tech']);
    await say('person grant', ['wang', 'platform-manager', 'lz-tech']);

    const { token } = (await logIn('li.ming', PASSWORD)).body;
    const filed = await request(world.app)
      .post('/api/v1/cases')
      .set('Authorization', `Bearer ${token}`)
      .set('Idempotency-Key', 'first-case')
      .send(shareRequest());
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    const manager = (await logIn('wang', made(said))).body;
    const todo = await request(world.app)
      .get('/api/v1/tasks?view=todo')
      .set('Authorization', `Bearer ${manager.token}`);
    expect(todo.body.items.map((item: { case: { no: string } }) => item.case.no)).toEqual([
      filed.body.case.no,
    ]);
  });
});

describe('a person', () => {
  const me = (token: string) => request(world.app).get('/api/v1/me').set('Authorization', `Bearer ${token}`);
  const signedIn = async (account: string) => {
    const said = await say('person create', [account, '--name', '赵静', '--department', 'lz-civil']);
    return { first: made(said), token: (await logIn(account, made(said))).body.token };
  };

  it('who is disabled is signed out and stays out until enabled, with the same password', async () => {
    const { first, token } = await signedIn('zhao');
    await say('person disable', ['zhao']);
    expect((await me(token)).status).toBe(401);
    expect((await logIn('zhao', first)).status).toBe(401);
    await say('person enable', ['zhao']);
    expect((await me(token)).status).toBe(401);
    expect((await logIn('zhao', first)).status).toBe(201);
  });

  it('with a new password is signed out, and the old one is no longer good', async () => {
    const { first, token } = await signedIn('qian');
    await say('person password', ['qian', '--password-stdin'], PASSWORD);
    expect((await me(token)).status).toBe(401);
    expect((await logIn('qian', first)).status).toBe(401);
    expect((await logIn('qian', PASSWORD)).status).toBe(201);
  });

  it('holds a role until it is taken back', async () => {
    const { token } = await signedIn('sun');
    const roles = async () => (await me(token)).body.roles.map(({ role }: { role: string }) => role);
    const seat = ['sun', 'seal-keeper', 'lz-civil'];
    await say('person grant', seat);
    await say('person grant', seat);
    expect(await roles()).toEqual(['seal-keeper']);
    await say('person revoke', seat);
    expect(await roles()).toEqual([]);
    await expect(say('person revoke', seat)).rejects.toThrow('没有这个角色');
  });

  it('is stored with a hash of the password, never with the password', async () => {
    await say(
      'person create',
      ['hash', '--name', '周', '--department', 'lz-civil', '--password-stdin'],
      PASSWORD,
    );
    const person = await world.store.people.byAccount('hash');
    expect(person?.passwordHash).toMatch(/^\$argon2id\$/);
    expect(JSON.stringify(await rows('people'))).not.toContain(PASSWORD);
  });
});

describe('a command that cannot be', () => {
  it.each([
    ['department', ['LZ 1', '--title', 'x', '--jurisdiction', 'lz'], 'id'],
    ['department', ['lz-x', '--title', 'x', '--jurisdiction', 'beijing'], 'jurisdiction'],
    ['department', ['lz-x', '--jurisdiction', 'lz'], 'title'],
    ['department', ['lz-civil', '--title', 'x', '--jurisdiction', 'dq'], '另一个地方'],
    ['role-department', ['mayor', 'lz-civil'], 'role'],
    ['role-department', ['finance', 'lz-nowhere'], '没有该部门'],
    ['person create', ['x', '--name', 'x', '--department', 'lz-nowhere'], '没有该部门'],
    ['person create', ['li.ming', '--name', 'x', '--department', 'lz-civil'], '已有人使用'],
    ['person create', ['x', '--name', ' ', '--department', 'lz-civil'], 'name'],
    ['person create', ['x', 'y', '--name', 'x', '--department', 'lz-civil'], '多余的参数'],
    ['person create', ['x', '--name', 'x', '--department', 'lz-civil', '--password-stdin'], '密码至少'],
    ['person create', ['x', '--name', 'x', '--department', 'lz-civil', '--password', 'x'], '用法'],
    ['person disable', ['nobody'], '没有该账号'],
    ['person password', ['nobody'], '没有该账号'],
    ['person grant', ['nobody', 'requester', 'lz-civil'], '没有该账号'],
    ['resource', ['r', '--title', 'x', '--department', 'lz-civil', '--share-type', 'secret'], 'share-type'],
  ] as const)('changes nothing and says why: %s %j', async (command, args, why) => {
    const tables = ['departments', 'role_departments', 'people', 'role_grants', 'resources'];
    const before = await Promise.all(tables.map(rows));
    await expect(say(command, [...args])).rejects.toThrow(why);
    expect(await Promise.all(tables.map(rows))).toEqual(before);
  });
});
