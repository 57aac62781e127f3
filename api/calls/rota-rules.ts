import { msFromIso } from '../../calendar/index.ts';
import type { NewShift, ShiftRefusal } from '../../store/index.ts';
import type { Desk } from '../deps.ts';
import { forbidden, type Problem, problem } from '../problems/problem.ts';
import { oversees, type Viewer } from '../security/viewer.ts';

/** A shift this long is a slip of the pen. */
const LONGEST_MS = 366 * 86_400_000;
/** Who keeps the rota of a department, beside the administrators. */
const KEEPERS = ['unit-head', 'security-lead'];

/** Departments that the person works in. */
export const departmentsOf = ({ department, grants }: Viewer): string[] => [
  ...new Set([department, ...grants.map((grant) => grant.department)]),
];

export const mayRead = (viewer: Viewer, department: string): boolean =>
  oversees(viewer) || departmentsOf(viewer).includes(department);

export const maySet = ({ grants }: Viewer, department: string): boolean =>
  grants.some(
    (grant) =>
      grant.role === 'administrator' || (KEEPERS.includes(grant.role) && grant.department === department),
  );

export const notYours = (): Problem => forbidden('只能排本部门的值班表。', 'not_your_department');

type Asked = { department: string; officer: string; place: number; from?: string | undefined; to: string };

const refuse = (code: string, pointer: string, message: string): Problem =>
  problem(422, code, `${message}。`, { errors: [{ pointer, message }] });

/** The shift that was asked for, from an instant on (epoch milliseconds), or why it cannot be. */
export const readShift = async (
  { store }: Desk,
  { department, officer, place, from, to }: Asked,
  nowMs: number,
): Promise<Omit<NewShift, 'setBy' | 'setAtMs' | 'commandId'> | Problem> => {
  const fromMs = from === undefined ? nowMs : (msFromIso(from) ?? nowMs);
  const toMs = msFromIso(to) ?? nowMs;
  if (toMs <= nowMs || fromMs < nowMs)
    return refuse('shift_past', fromMs < nowMs ? '/from' : '/to', '值班表只能向后排');
  if (toMs <= fromMs) return refuse('shift_invalid', '/to', '班次的结束应在开始之后');
  if (toMs - fromMs > LONGEST_MS) return refuse('shift_invalid', '/to', '一个班次最长一年');
  if ((await store.people.department(department)) === null)
    return refuse('department_unknown', '/department', '没有这个部门');
  const person = await store.people.byAccount(officer);
  if (person === null || !(await store.rota.belongs(person.id, department)))
    return refuse('officer_invalid', '/officer', '该账号不是本部门的人员');
  return { department, place, personId: person.id, fromMs, toMs };
};

export const shiftRefused = ({ refused, by }: ShiftRefusal): Problem =>
  refused === 'place-taken'
    ? problem(422, 'place_taken', '这一顺位在该时段已有人值班。', {
        ...{ errors: [{ pointer: '/place', message: '这一顺位在该时段已有人值班' }], more: { shift: by } },
      })
    : problem(422, 'officer_twice', '该人员在该时段已排在另一顺位。', {
        ...{ errors: [{ pointer: '/officer', message: '在该时段已排在另一顺位' }], more: { shift: by } },
      });
