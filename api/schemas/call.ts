import { z } from 'zod';
import { coded } from './coded.ts';
import { isoInstant, seatFields } from './common.ts';

export const callSchema = z
  .strictObject({
    id: z.number().int(),
    case: z.string(),
    task: z.string(),
    procedure: z.string(),
    procedureTitle: z.string(),
    stage: z.string(),
    stageTitle: z.string(),
    ...seatFields,
    state: coded('callStates').meta({
      description:
        'unanswered：值班人员均未应答，已通知该岗位全体；ended：任务已不在办，或者已转由其他部门办理',
    }),
    forMe: z.boolean().meta({ description: '正在呼叫本人' }),
    openedAt: isoInstant(),
    ackBy: isoInstant().nullable().meta({ description: '此刻前无人应答，即呼叫下一顺位' }),
    remaining: z.strictObject({ seconds: z.number().int() }).nullable(),
    line: z.array(
      z.strictObject({
        step: z.number().int(),
        officer: z
          .string()
          .nullable()
          .meta({ description: '值班人员，姓名已作隐去处理；null：该岗位的全体人员' }),
        calledAt: isoInstant(),
        ackBy: isoInstant().nullable(),
      }),
    ),
    acknowledged: z
      .strictObject({
        by: z.string(),
        at: isoInstant(),
        how: coded('callAnswers').meta({
          description:
            'acknowledgement：在系统内应答；gateway：在电话中按键或以短信应答；decision：办结该任务',
        }),
      })
      .nullable(),
    unansweredAt: isoInstant().nullable(),
    endedAt: isoInstant().nullable(),
  })
  .meta({ id: 'Call' });
