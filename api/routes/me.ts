import { z } from 'zod';
import type { Desk } from '../deps.ts';
import { presentPerson } from '../present/person.ts';
import { ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { personSchema } from '../schemas/person.ts';

/** Who I am, and what waits for me. */
export const meRoutes = ({ store, clock }: Desk): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/me',
    access: 'self',
    audit: 'READ_ME',
    tag: '会话',
    summary: '本人、角色与待办数',
    responses: {
      200: {
        description: '本人',
        schema: z.strictObject({
          person: personSchema,
          roles: personSchema.shape.roles,
          rights: z.array(z.string()),
          counts: z.strictObject({ todo: z.number(), overdue: z.number(), copied: z.number() }),
        }),
      },
    },
    async handle({ viewer }) {
      const { personId, grants } = viewer;
      const { todo, overdue, copied } = await store.counts({ personId, grants, asOfMs: clock.nowMs() });
      const person = presentPerson({ ...viewer, id: personId }, grants);
      return ok({
        person,
        roles: person.roles,
        rights: [...viewer.rights],
        counts: { todo, overdue, copied },
      });
    },
  }),
];
