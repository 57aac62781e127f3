import { z } from 'zod';
import type { Colleague } from '../../store/index.ts';
import type { Desk } from '../deps.ts';
import { countedOn, listAnswer, pagingOf } from '../lists.ts';
import { maskName } from '../present/mask.ts';
import { VOCABULARY } from '../present/vocabulary.ts';
import { ok } from '../routing/answer.ts';
import { type Route, route } from '../routing/route.ts';
import { filterText, listOf, pageQuery } from '../schemas/common.ts';
import { colleagueSchema, departmentSchema, vocabularySchema } from '../schemas/directory.ts';
import type { Viewer } from '../security/viewer.ts';

/** The person's department, and those that the person holds a role in. */
const departmentsOf = ({ department, grants }: Viewer): string[] => [
  ...new Set([department, ...grants.map((grant) => grant.department)]),
];

/** Colleagues of one's own departments are shown by their full names, everybody else as in a case. */
const presentColleague =
  (viewer: Viewer) =>
  ({ account, name, department, roles }: Colleague) => {
    const theirs = new Set([department, ...roles.map((held) => held.department)]);
    const isClose = departmentsOf(viewer).some((of) => theirs.has(of));
    return { account, name: isClose ? name : maskName(name), department, roles };
  };

/** What a console offers for choosing: words, departments, people. */
export const directoryRoutes = ({ store }: Desk): Route[] => {
  const tag = '名录';

  const vocabulary = route({
    method: 'get',
    path: '/api/v1/vocabulary',
    access: 'procedure:read',
    audit: 'READ_VOCABULARY',
    tag,
    summary: '各种代码的中文名称',
    description: '办件、任务、期限、台账等回答中出现的代码（角色、操作、事件、状态等）与其中文名称。',
    responses: { 200: { description: '名称', schema: vocabularySchema } },
    handle: async () => ok(VOCABULARY),
  });

  const departments = route({
    method: 'get',
    path: '/api/v1/departments',
    access: 'case:read',
    audit: 'LIST_DEPARTMENTS',
    tag,
    summary: '部门；转办、征求意见和填写部门时从中选择',
    query: z.strictObject({
      ...pageQuery,
      jurisdiction: filterText(),
      role: filterText().meta({ description: '有人承担此角色的部门；多个以逗号分隔，须都有人承担' }),
      q: filterText().meta({ description: '标识或名称中的文字' }),
    }),
    responses: { 200: { description: '部门', schema: listOf(departmentSchema) } },
    async handle({ query: { limit, cursor, count, role, ...filters }, req }) {
      const asked = { ...filters, roles: role?.split(',') };
      const page = await store.directory.departments({ ...asked, ...pagingOf({ limit, cursor }) });
      const counted = await countedOn({ count }, page, () => store.directory.countDepartments(asked));
      return listAnswer(req, counted, (department) => department);
    },
  });

  const people = route({
    method: 'get',
    path: '/api/v1/people',
    access: 'case:read',
    audit: 'LIST_PEOPLE',
    tag,
    summary: '可以转办或抄送的人员',
    query: z.strictObject({
      ...pageQuery,
      jurisdiction: filterText(),
      department: filterText(),
      role: filterText().meta({ description: '承担此角色的人员；与 department 同用时为在该部门承担' }),
      q: filterText().meta({
        description: '账号中的文字，或者姓名：本部门人员姓名中的文字，其他部门人员的完整姓名',
      }),
    }),
    responses: { 200: { description: '人员', schema: listOf(colleagueSchema) } },
    async handle({ query: { limit, cursor, count, ...filters }, viewer, req }) {
      const asked = { ...filters, own: departmentsOf(viewer) };
      const page = await store.directory.people({ ...asked, ...pagingOf({ limit, cursor }) });
      const counted = await countedOn({ count }, page, () => store.directory.countPeople(asked));
      return listAnswer(req, counted, presentColleague(viewer));
    },
  });

  return [vocabulary, departments, people];
};
