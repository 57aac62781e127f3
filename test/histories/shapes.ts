import type { EventType } from '../../cases/index.ts';
import { allStories } from '../stories/index.ts';
import { decide, lastSecondOf, type Story } from '../support/story.ts';

/** A case whose history is kept, under the name of its file without ending; `brings`: what it is kept for. */
export type Shape = { name: string; story: Story; brings?: EventType };

const told = (procedure: string, is: (story: Story) => boolean): Story => {
  const story = allStories.find((each) => each.procedure === procedure && is(each));
  if (story === undefined) throw new Error(`no such story of ${procedure}`);
  return story;
};
const course = (procedure: string, kind: Story['kind']): Shape => ({
  name: `${procedure}.${kind}`,
  story: told(procedure, (story) => story.kind === kind),
});
/** A story in which the act takes effect. */
const takingEffect = (procedure: string, act: string, brings: EventType): Shape => ({
  brings,
  name: `${procedure}.${act}`,
  story: told(procedure, ({ steps }) =>
    steps.some((step) => 'act' in step && step.act === act && step.refusedWith === undefined),
  ),
});

/** AH 第十七条. */
const paused: Story = {
  procedure: 'ah-system-access',
  name: 'paused for a test and resumed',
  kind: 'peculiar',
  steps: [
    decide('test', 'passed'),
    { act: 'pause', task: 'approve', body: { ground: 'testing' } },
    { wait: { minutes: 3 * 24 * 60 } },
    { act: 'resume', task: 'approve' },
    lastSecondOf('approve'),
  ],
};
/** LY-D 第十九条第二款. */
const extended: Story = {
  procedure: 'ly-correction',
  name: 'extended by the head',
  kind: 'peculiar',
  steps: [
    { act: 'extend', task: 'verify', by: 'data-provider-head', body: { amount: 10 } },
    lastSecondOf('verify'),
    decide('verify', 'corrected'),
  ],
};

/** One case of each shape that the decider knows: a course in order, refused, missed with its ladder, withdrawn, side by side, peculiar;
 *  and one with each act that recounts its clocks, goes back, or involves another case. */
export const CASE_SHAPES: readonly Shape[] = [
  course('lz-share-conditional', 'in-time'),
  course('lz-share-conditional', 'refused'),
  course('lz-share-conditional', 'missed'),
  course('lz-share-conditional', 'withdrawn'),
  course('lz-share-unconditional', 'in-time'),
  course('lz-licence-objection', 'in-time'),
  course('lz-licence-objection', 'missed'),
  course('lz-incident-virus', 'in-time'),
  course('lz-incident-virus', 'missed'),
  course('lz-incident-report', 'in-time'),
  { name: 'ah-system-access.pause', story: paused, brings: 'ClockResumed' },
  { name: 'ly-correction.extend', story: extended, brings: 'ClockExtended' },
  takingEffect('ly-correction', 'request-supplement', 'Supplemented'),
  takingEffect('lz-extranet-exit', 'return', 'Returned'),
  takingEffect('lz-share-conditional', 'dispute', 'ChildOpened'),
  takingEffect('ly-share', 'reopen', 'CaseReopened'),
];
/** A case that a published calendar reached while it was open. */
export const ADOPTED = 'lz-share-conditional.adopt-calendar';
/** A case that was filed under a target that was then taken back, and whose second stage was opened by it. */
export const UNDER_TARGETS = 'lz-resource-unpublished.targets';
