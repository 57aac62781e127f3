import { z } from 'zod';
import { atOnce, nothingToPrepare } from '../commands/at-once.ts';
import type { Desk } from '../deps.ts';
import { created, ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';

const EMAIL = /^[^@\s<>"(),:;[\]\\]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)+$/;
const PHONE = /^\+?\d(?:[\d -]{3,18})\d$/;

const contactSchema = z
  .strictObject({ email: z.string().nullable(), phone: z.string().nullable() })
  .meta({ id: 'Contact' });

/** Where I am reached outside the application. Shown to nobody else. */
export const contactRoutes = (desk: Desk): Route[] => {
  const { store } = desk;
  const read = route({
    method: 'get',
    path: '/api/v1/me/contact',
    access: 'self',
    audit: 'READ_CONTACT',
    tag: '通知',
    summary: '本人的电子邮件和电话',
    responses: { 200: { description: '联系方式；null 表示没有', schema: contactSchema } },
    handle: async ({ viewer }) => ok(await store.contacts.of(viewer.personId)),
  });
  const set = route({
    method: 'post',
    path: '/api/v1/me/contact',
    access: 'self',
    audit: 'SET_CONTACT',
    tag: '通知',
    summary: '登记本人的电子邮件和电话，值班呼叫和通知按此发出',
    key: 'required',
    body: z.strictObject({
      email: z.string().max(254).regex(EMAIL, '应为电子邮件地址').nullable(),
      phone: z.string().regex(PHONE, '应为电话号码，可含区号').nullable(),
    }),
    bodyExample: { email: 'officer@example.com', phone: null },
    responses: { 201: { description: '已登记', schema: z.strictObject({ contact: contactSchema }) } },
    handle: ({ body, viewer: { personId }, key }) =>
      atOnce(desk, {
        ...{ personId, key: key ?? '', request: { contact: body }, body: { type: 'set-contact' } },
        prepare: nothingToPrepare,
        async work(trx, { atMs }) {
          const digits = body.phone?.replaceAll(/[ -]/g, '') ?? null;
          await store.contacts.set(trx, personId, { email: body.email, phone: digits }, personId, atMs);
          return null;
        },
        answer: async () => created({ contact: await store.contacts.of(personId) }),
      }),
  });
  return [read, set];
};
