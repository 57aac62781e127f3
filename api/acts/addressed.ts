import { isRole } from '../../procedures/roles.ts';
import type { Person } from '../../store/index.ts';
import { findCase } from '../case-reader.ts';
import type { Prepared } from '../commands/send.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { holdersHere } from './addressee.ts';
import { type Asking, givenReasons, ready } from './ready.ts';
import type { AskedTo } from './schemas.ts';

const unknown = (pointer: string, message: string): Problem =>
  problem(422, 'addressee_invalid', `${message}。`, { errors: [{ pointer, message }] });

/** An opinion is asked of a department of the jurisdiction in which somebody holds the role, never of the one that filed the case. */
export const prepareOpinion = async (
  asking: Asking,
  { task, role, department, reasons }: AskedTo<'ask-opinion'>,
): Promise<Prepared | Problem> => {
  if (!isRole(role)) return unknown('/role', '没有这个角色');
  if (department === asking.found.state.submitter.department)
    return unknown('/department', '不能向提出办件的单位征求意见');
  const holders = await holdersHere(asking.desk, asking.found, role, department);
  if (holders.length === 0) return unknown('/department', '本地区的该部门没有承担此角色的人员');
  return ready(
    asking,
    { type: 'ask-opinion', task, role, department, gives: givenReasons(reasons) },
    { reasons, audience: 'deciding-until-end' },
  );
};

/** Copies go to people who have an account and work in the jurisdiction of the case. */
export const prepareCopy = async (
  asking: Asking,
  { people }: AskedTo<'copy'>,
): Promise<Prepared | Problem> => {
  const found = await Promise.all(people.map((account) => asking.desk.store.people.byAccount(account)));
  const places = await asking.desk.store.people.departments(
    found.flatMap((person) => (person === null ? [] : [person.department])),
  );
  const isHere = (person: Person): boolean =>
    places.get(person.department)?.jurisdiction === asking.found.procedure.jurisdiction;
  const missing = found.findIndex((person) => person === null || person.disabled || !isHere(person));
  if (missing >= 0) return unknown(`/people/${missing}`, '本地区没有这个账号');
  const ids = [...new Set(found.flatMap((person) => (person === null ? [] : [person.id])))];
  return ready(asking, { type: 'copy', people: ids }, null);
};

/** Only a case that the person may see can be linked. */
export const prepareLink = async (
  asking: Asking,
  { other }: AskedTo<'link'>,
): Promise<Prepared | Problem> => {
  const seen = await findCase(asking.desk, asking.viewer, other);
  return seen === null
    ? unknown('/other', '没有这个办件，或者您无权查看')
    : ready(asking, { type: 'link', other }, null);
};
