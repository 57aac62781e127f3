import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import { openingDays } from '../../cases/index.ts';
import { CASE_TASK_QUEUE, DUTY_ROUND } from '../../workflows/types.ts';
import type { Duty } from './rounds.ts';

const MONTHS = [
  ...(['JANUARY', 'FEBRUARY', 'MARCH', 'APRIL', 'MAY', 'JUNE'] as const),
  ...(['JULY', 'AUGUST', 'SEPTEMBER', 'OCTOBER', 'NOVEMBER', 'DECEMBER'] as const),
];

export const scheduleIdOf = (procedureId: string): string => `duty/${procedureId}`;

/**
 * The Schedule of a duty: midnight of each opening day in local time. What was missed while the engine was away is made up for within
 * a year; rounds may overlap, for each period is a matter of its own.
 */
const scheduleOf = ({ id, title, recurrence }: Duty) => {
  const { months, day } = openingDays(recurrence);
  return {
    spec: {
      calendars: [{ month: months.map((month) => MONTHS[month - 1]!), dayOfMonth: day, hour: 0, minute: 0 }],
      timezone: 'Asia/Shanghai',
    },
    policies: { overlap: ScheduleOverlapPolicy.ALLOW_ALL, catchupWindow: '366 days' as const },
    action: {
      type: 'startWorkflow' as const,
      workflowType: DUTY_ROUND,
      workflowId: scheduleIdOf(id),
      taskQueue: CASE_TASK_QUEUE,
      args: [id],
      staticSummary: title,
    },
  };
};

/** Makes the Schedule of a duty as the duty's procedure says, whether it is there or not. Rejects when the engine is away. */
export const ensureSchedule = async (client: Client, duty: Duty): Promise<void> => {
  const scheduleId = scheduleIdOf(duty.id);
  const wanted = scheduleOf(duty);
  try {
    await client.schedule.create({ scheduleId, ...wanted });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule
      .getHandle(scheduleId)
      .update(({ state }) => ({ ...wanted, state: { paused: state.paused } }));
  }
};
