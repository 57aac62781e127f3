import { isoOf } from '../../calendar/index.ts';
import type { Refusal, RefusalCode } from '../../cases/index.ts';
import { staffName } from '../present/staff.ts';
import { type FieldError, type Problem, problem } from './problem.ts';

/** Names of people by id, asked for just before an answer is made. */
export type Names = ReadonlyMap<string, string>;

/** Most refusals mean that the case has moved on (409); these mean something else. */
const STATUS: Partial<Record<RefusalCode, number>> = {
  case_not_found: 404,
  task_not_found: 404,
  not_your_task: 403,
  role_not_allowed: 403,
  separation_of_roles: 403,
  reasons_required: 422,
  legal_basis_required: 422,
  fields_required: 422,
  transfer_to_self: 422,
  extension_too_long: 422,
  limit_too_long: 422,
  arrival_in_future: 422,
  arrival_after_filing: 422,
  arrival_moves_nothing: 422,
  file_anew: 422,
  level_unknown: 422,
  link_to_self: 422,
  procedure_unknown: 422,
};
export const statusOfRefusal = ({ code }: Refusal): number => STATUS[code] ?? 409;

const POINTERS: Partial<Record<RefusalCode, FieldError>> = {
  reasons_required: { pointer: '/reasons', message: '请说明理由' },
  legal_basis_required: { pointer: '/legalBasis', message: '请写明依据的条款' },
  fields_required: { pointer: '/fields', message: '请填写此决定要求的内容' },
  link_to_self: { pointer: '/other', message: '不能关联案件自身' },
  arrival_in_future: { pointer: '/arrivedAt', message: '不能晚于现在' },
  arrival_after_filing: { pointer: '/arrivedAt', message: '不能晚于提出本案的时间' },
  arrival_moves_nothing: { pointer: '/arrivedAt', message: '没有时限因此变动' },
  file_anew: { pointer: '/fields', message: '改变了由谁办理或者办理的流程' },
  extension_too_long: { pointer: '/amount', message: '超过了可以延长的上限' },
  limit_too_long: { pointer: '/amount', message: '超过了可以另定的上限' },
  level_unknown: { pointer: '/level', message: '没有这个级别' },
  transfer_to_self: { pointer: '/toDepartment', message: '不能转给自己' },
};

/** What a refusal says where it stands alone. */
export const sentenceOf = ({ message }: Pick<Refusal, 'message'>): string => `${message}。`;

/** A refusal of the decider as the problem a client gets: who settled the matter before, by department and role. */
export const problemOfRefusal = (refusal: Refusal, names: Names): Problem => {
  const { already, allowed } = refusal;
  const pointer = POINTERS[refusal.code];
  const by = already?.by;
  return problem(statusOfRefusal(refusal), refusal.code, sentenceOf(refusal), {
    ...(pointer === undefined ? {} : { errors: [pointer] }),
    more: {
      ...(already === undefined
        ? {}
        : {
            already: {
              by: by
                ? { department: by.department, role: by.role, name: staffName(names, by.personId) }
                : null,
              at: isoOf(already.atMs),
              outcome: already.outcome,
            },
          }),
      ...(allowed === undefined ? {} : { allowed }),
    },
  });
};
