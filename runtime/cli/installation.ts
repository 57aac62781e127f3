import { hash } from '@node-rs/argon2';
import { z } from 'zod';
import { isFitText } from '../../api/http/text.ts';
import { JURISDICTIONS, type Jurisdiction } from '../../procedures/regulations.ts';
import { isRole } from '../../procedures/roles.ts';
import type { InstallationRefusal, Store } from '../../store/index.ts';
import { madeUpPassword } from '../made-up-password.ts';
import { StartFailure } from '../start-failure.ts';
import { argumentsOf, type Options } from './arguments.ts';

/** Something the installation is told: where it stands (`readPassword` gives what comes on standard input), and what it answers. */
type Order = { usage: string; says: string; run(given: Given): Promise<string> };
type Given = { store: Store; args: readonly string[]; readPassword(): Promise<string> };

const REFUSALS: Record<InstallationRefusal, string> = {
  account_taken: '该账号已有人使用。',
  no_such_department: '没有该部门，请先用 department 建立。',
  no_such_person: '没有该账号。',
  no_such_grant: '该人员在该部门没有这个角色。',
  other_jurisdiction: '该部门已属于另一个地方，不能改变。',
};

const short = (most: number) =>
  z
    .string('缺少')
    .trim()
    .min(1, '不得为空')
    .max(most, `至多 ${most} 个字符`)
    .refine(isFitText, '含有不能保存的字符');
const id = z.string('缺少').regex(/^[a-z0-9][a-z0-9-]{0,63}$/, '应为小写字母、数字和连字符，至多 64 个字符');
const account = z
  .string('缺少')
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, '应为字母、数字和 . _ -，至多 64 个字符');
const role = z.string('缺少').refine(isRole, '没有这个角色，见 GET /api/v1/vocabulary 的 roles');
const places = Object.keys(JURISDICTIONS) as Jurisdiction[];
const jurisdiction = z.enum(places, `应为 ${places.join('、')} 之一`);
const shareType = z.enum(
  ['conditional', 'unconditional', 'open', 'none'],
  '应为 conditional、unconditional、open、none 之一',
);
const password = z.string().min(12, '密码至少 12 个字符').max(200, '密码至多 200 个字符');

const TEXT = { type: 'string' } as const;
const PASSWORD: Options = { 'password-stdin': { type: 'boolean' } };
const withPassword = { 'password-stdin': z.boolean().optional() };

/** An order from its places and options; `perform` answers what is said when it took effect, or why it did not. */
const order = <T>(
  usage: string,
  says: string,
  form: { places: readonly string[]; options?: Options; schema: z.ZodType<T> },
  perform: (asked: T, given: Given) => Promise<{ refused: InstallationRefusal | null; done: string }>,
): Order => ({
  usage,
  says,
  async run(given) {
    const asked = argumentsOf(given.args, usage, { ...form, options: form.options ?? {} });
    const { refused, done } = await perform(asked, given);
    if (refused !== null) throw new StartFailure(REFUSALS[refused]);
    return done;
  },
});

/** The password that was given, or one made up, which is told once. */
const passwordFor = async (
  asked: { 'password-stdin'?: boolean | undefined },
  { readPassword }: Given,
): Promise<{ passwordHash: string; told: string }> => {
  if (asked['password-stdin'] !== true) {
    const made = madeUpPassword();
    return { passwordHash: await hash(made), told: `密码 ${made}（只显示这一次）` };
  }
  const checked = password.safeParse((await readPassword()).replace(/\r?\n$/, ''));
  if (!checked.success) throw new StartFailure(checked.error.issues[0]?.message ?? '');
  return { passwordHash: await hash(checked.data), told: '密码已按给出的设定' };
};

const seat = {
  places: ['account', 'role', 'department'],
  schema: z.object({ account, role, department: id }),
};
const person = { places: ['account'], schema: z.object({ account }) };

/** What makes an empty database an installation that people can sign in to: departments, roles, people, the catalogue. */
export const INSTALLATION: Record<string, Order> = {
  department: order(
    'department <编号> --title <名称> --jurisdiction <地方>',
    '建立部门，或改其名称',
    {
      places: ['id'],
      options: { title: TEXT, jurisdiction: TEXT },
      schema: z.object({ id, title: short(200), jurisdiction }),
    },
    async (asked, { store }) => ({
      refused: await store.installation.department(asked),
      done: `部门 ${asked.id} ${asked.title}`,
    }),
  ),
  'role-department': order(
    'role-department <角色> <部门>',
    '由该部门在其所在地方承担该角色',
    { places: ['role', 'department'], schema: z.object({ role, department: id }) },
    async (asked, { store }) => ({
      refused: await store.installation.fillRole(asked.role, asked.department),
      done: `${asked.role} 由 ${asked.department} 承担`,
    }),
  ),
  'person create': order(
    'person create <账号> --name <姓名> --department <部门> [--password-stdin]',
    '建立人员；密码自标准输入读取，或生成并显示一次',
    {
      places: ['account'],
      options: { name: TEXT, department: TEXT, ...PASSWORD },
      schema: z.object({ account, name: short(100), department: id, ...withPassword }),
    },
    async (asked, given) => {
      const { passwordHash, told } = await passwordFor(asked, given);
      const refused = await given.store.installation.createPerson({ ...asked, passwordHash });
      return { refused, done: `已建立 ${asked.account}，${told}` };
    },
  ),
  'person password': order(
    'person password <账号> [--password-stdin]',
    '重设密码；其会话随即结束',
    { places: ['account'], options: PASSWORD, schema: z.object({ account, ...withPassword }) },
    async (asked, given) => {
      const { passwordHash, told } = await passwordFor(asked, given);
      const refused = await given.store.installation.setPassword(asked.account, passwordHash);
      return { refused, done: `${asked.account}，${told}` };
    },
  ),
  'person disable': order(
    'person disable <账号>',
    '停用；其会话随即结束',
    person,
    async (asked, { store }) => ({
      refused: await store.installation.setDisabled(asked.account, true),
      done: `已停用 ${asked.account}`,
    }),
  ),
  'person enable': order('person enable <账号>', '恢复使用', person, async (asked, { store }) => ({
    refused: await store.installation.setDisabled(asked.account, false),
    done: `已恢复 ${asked.account}`,
  })),
  'person grant': order(
    'person grant <账号> <角色> <部门>',
    '授予在该部门的角色',
    seat,
    async (asked, { store }) => ({
      refused: await store.installation.grant(asked),
      done: `${asked.account} 在 ${asked.department} 任 ${asked.role}`,
    }),
  ),
  'person revoke': order(
    'person revoke <账号> <角色> <部门>',
    '收回该角色',
    seat,
    async (asked, { store }) => ({
      refused: await store.installation.revoke(asked),
      done: `${asked.account} 不再在 ${asked.department} 任 ${asked.role}`,
    }),
  ),
  resource: order(
    'resource <编号> --title <名称> --department <部门> --share-type <类型> [--description <说明>] [--item <数据项>]…',
    '建立数据资源目录条目，或改其内容',
    {
      places: ['id'],
      options: {
        ...{ title: TEXT, department: TEXT, 'share-type': TEXT, description: TEXT },
        item: { type: 'string', multiple: true },
      },
      schema: z.object({
        ...{ id, title: short(200), department: id, 'share-type': shareType },
        description: z.string().trim().max(2_000).refine(isFitText, '含有不能保存的字符').default(''),
        item: z.array(short(100)).max(200).default([]),
      }),
    },
    async ({ item, 'share-type': type, ...asked }, { store }) => ({
      refused: await store.installation.resource({ ...asked, shareType: type, items: item }),
      done: `数据资源 ${asked.id} ${asked.title}`,
    }),
  ),
};
