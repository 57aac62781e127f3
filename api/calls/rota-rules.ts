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

export const refuseShift = (code: string, pointer: string, message: string): Problem =>
  problem(422, code, `${message}。`, { errors: [{ pointer, message }] });

/** The shift that was asked for, from an instant on (epoch milliseconds), or why it cannot be. */
export const readShift = async (
  { store }: Desk,
  { department, officer, place, from, to }: Asked,
  nowMs: number,
): Promise<Omit<NewShift, 'standsInFor' | 'setBy' | 'setAtMs' | 'commandId'> | Problem> => {
  const fromMs = from === undefined ? nowMs : (msFromIso(from) ?? nowMs);
  const toMs = msFromIso(to) ?? nowMs;
  if (toMs <= nowMs || fromMs < nowMs)
    return refuseShift('shift_past', fromMs < nowMs ? '/from' : '/to', '值班表只能向后排');
  if (toMs <= fromMs) return refuseShift('shift_invalid', '/to', '班次的结束应在开始之后');
  if (toMs - fromMs > LONGEST_MS) return refuseShift('shift_invalid', '/to', '一个班次最长一年');
  if ((await store.people.department(department)) === null)
    return refuseShift('department_unknown', '/department', '没有这个部门');
  const read = await readOfficer({ store }, officer, department);
  return 'problem' in read ? read : { department, place, ...read, fromMs, toMs };
};

/** The person of an account, if that is somebody of the department. */
export const readOfficer = async (
  { store }: Pick<Desk, 'store'>,
  officer: string,
  department: string,
): Promise<{ personId: string } | Problem> => {
  const person = await store.people.byAccount(officer);
  return person !== null && (await store.rota.belongs(person.id, department))
    ? { personId: person.id }
    : refuseShift('officer_invalid', '/officer', '该账号不是本部门的人员');
};

export const shiftRefused = ({ refused, by }: ShiftRefusal): Problem =>
  refused === 'place-taken'
    ? problem(422, 'place_taken', '这一顺位在该时段已有人值班。', {
        ...{ errors: [{ pointer: '/place', message: '这一顺位在该时段已有人值班' }], more: { shift: by } },
      })
    : problem(422, 'officer_twice', '该人员在该时段已排在另一顺位。', {
        ...{ errors: [{ pointer: '/officer', message: '在该时段已排在另一顺位' }], more: { shift: by } },
      });
