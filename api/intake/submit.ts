import { dayOf, textOfDay } from '../../calendar/index.ts';
import { decide, isRefusal, unborn } from '../../cases/index.ts';
import { askedFields } from '../../procedures/asked.ts';
import { fieldOfFact } from '../../procedures/fields.ts';
import { mustsAtIntake } from '../../procedures/musts.ts';
import { ROLES, type Role } from '../../procedures/roles.ts';
import type { Fact, Procedure, Seat } from '../../procedures/schema.ts';
import { roleOf, seatsOf } from '../../procedures/seats.ts';
import type { Writings } from '../../store/index.ts';
import { rulesForNew } from '../calendars.ts';
import { type Recorded, recorded, showRecorded, withOwn } from '../case-reader.ts';
import { casePath, refusalProblem, refusedAnswer } from '../commands/answers.ts';
import { digestOf } from '../commands/keys.ts';
import { once, type Ticket } from '../commands/once.ts';
import { carryOutSubmission, type SubmissionContent, type Submit } from '../commands/submission.ts';
import type { Desk } from '../deps.ts';
import { type Contents, checkContents } from '../forms/check.ts';
import { factsOf } from '../forms/facts.ts';
import { forbidden, isProblem, type Problem, problem } from '../problems/problem.ts';
import type { Answer } from '../routing/answer.ts';
import type { Viewer } from '../security/viewer.ts';
import { targetsAt } from '../targets.ts';
import { departmentsProblem } from './departments.ts';
import { momentOf } from './moment.ts';
import { newQueryCode } from './query-code.ts';
import { itemsProblem, resourceOf, shareClassFact } from './resource.ts';
import { titleOf } from './subject.ts';
import { thingsProblem } from './things.ts';

export type Submission = { procedure: Procedure; form: Contents };
type Ready = { command: Omit<Submit, 'no'>; content: SubmissionContent };

/** The first role that a seat of the procedure needs and no department fills: neither the place's own nor one that the form names. */
const unfilled = (
  { stages, form }: Procedure,
  parties: Partial<Record<Role, string>>,
  facts: Record<string, Fact>,
): Role | null => {
  const isLacking = (seat: Seat): boolean =>
    typeof seat === 'string'
      ? parties[seat] === undefined
      : fieldOfFact(askedFields(form, facts), seat.department) !== null &&
        (facts[seat.department] ?? parties[seat.role]) === undefined;
  const seat = Object.values(stages).flatMap(seatsOf).find(isLacking);
  return seat === undefined ? null : roleOf(seat);
};

/** Everything that is checked before anything is stored. */
const prepare = async (
  desk: Desk,
  viewer: Viewer,
  asked: Submission,
  id: string,
  nowMs: number,
): Promise<Ready | Problem> => {
  const { procedure, form } = asked;
  const grant = viewer.grants.find(
    ({ role, jurisdiction }) =>
      procedure.submitters.includes(role) && jurisdiction === procedure.jurisdiction,
  );
  if (grant === undefined) return forbidden('您的角色不能申请此事项。');
  const moment = momentOf(desk, procedure.jurisdiction, nowMs);
  const wrong = checkContents({
    fields: procedure.form,
    contents: form,
    moment,
    at: 'form',
    code: 'form_invalid',
  });
  if (wrong !== null) return wrong;
  const strangers = await departmentsProblem(desk, procedure, procedure.form, form, 'form');
  if (strangers !== null) return strangers;
  const facts = factsOf(procedure.form, form, nowMs);
  const resource = await resourceOf(desk, procedure, form);
  if (isProblem(resource)) return resource;
  const unknown = itemsProblem(procedure, form, resource, 'form');
  if (unknown !== null) return unknown;
  const [parties, targets] = await Promise.all([
    desk.store.people.partiesFor({
      jurisdiction: procedure.jurisdiction,
      submitter: grant,
      resourceDepartment: resource?.department ?? null,
    }),
    targetsAt(desk, procedure, nowMs),
  ]);
  const missing = await thingsProblem(desk, {
    effects: mustsAtIntake(procedure, facts),
    contents: form,
    place: { jurisdiction: procedure.jurisdiction, department: grant.department },
    caseNo: null,
    pointerOf: (field) => `/form/${field.replaceAll('.', '/')}`,
  });
  if (missing !== null) return missing;
  const lacking = unfilled(procedure, parties, facts);
  if (lacking !== null)
    return problem(
      422,
      'role_unfilled',
      `本地区尚未设置承担“${ROLES[lacking].title}”的部门，暂不能办理此事项。`,
    );
  const actor = { personId: viewer.personId, role: grant.role, department: grant.department };
  return {
    command: {
      type: 'submit',
      id,
      actor,
      procedure: procedure.id,
      edition: procedure.edition.id,
      ...targets,
      parties,
      facts: { ...facts, ...shareClassFact(procedure, resource) },
      digest: digestOf(form),
    },
    content: { form, title: titleOf(procedure, form, resource?.title ?? null), queryCode: newQueryCode() },
  };
};

const bornAnswer = async (
  desk: Desk,
  viewer: Viewer,
  born: Recorded,
  atHand?: Writings,
): Promise<Answer> => ({
  status: 201,
  body: { case: await showRecorded(desk, viewer, born, atHand) },
  headers: { Location: casePath(born.state.no) },
});

const perform = async (desk: Desk, viewer: Viewer, asked: Submission, ticket: Ticket) => {
  const { store, clock, calendars } = desk;
  const { procedure } = asked;
  const receivedAtMs = clock.nowMs();
  const ready = await prepare(desk, viewer, asked, ticket.id, receivedAtMs);
  if (isProblem(ready)) return ready;
  const foreseen = decide(
    rulesForNew(calendars, procedure, ready.command),
    unborn,
    { ...ready.command, no: '' },
    receivedAtMs,
  );
  if (isRefusal(foreseen)) return refusalProblem(desk, foreseen);
  const no = await store.counters.nextCaseNo(procedure.jurisdiction, textOfDay(dayOf(receivedAtMs)));
  const submission = { ...ticket, receivedAtMs, body: { ...ready.command, no }, content: ready.content };
  const born = await carryOutSubmission(desk, procedure, submission);
  if (born === null) return store.commands.standing(ticket);
  return bornAnswer(desk, viewer, born, withOwn(null, viewer, submission));
};

/** Files a case: checked, received and born in the record at once, and only then handed to the engine. */
export const submitCase = (desk: Desk, viewer: Viewer, key: string, asked: Submission): Promise<Answer> => {
  const { procedure, form } = asked;
  const request = { route: 'submit', procedure: procedure.id, form };
  return once(
    desk,
    { personId: viewer.personId, key, request },
    {
      perform: (ticket) => perform(desk, viewer, asked, ticket),
      async answerAgain(command) {
        if (command.state === 'refused') return refusedAnswer(desk, command);
        return bornAnswer(desk, viewer, await recorded(desk, (command.body as Submit).no));
      },
    },
  );
};
