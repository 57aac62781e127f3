import { z } from 'zod';

/** RFC 9457. Further members depend on the code, e.g. `already` for a task that somebody has decided or a case that has ended. */
export const problemSchema = z
  .looseObject({
    type: z.string().meta({ example: 'urn:shixian:problem:task_already_decided' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string().meta({ description: '请求编号' }),
    code: z.string().meta({ description: '稳定的英文代码' }),
    errors: z.array(z.strictObject({ pointer: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
