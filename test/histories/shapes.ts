import type { Story } from '../support/story.ts';

/** One case of each shape that the decider knows: a course in order, refused, missed with its ladder, withdrawn, side by side, peculiar. */
export const CASE_SHAPES: { procedure: string; kind: Story['kind'] }[] = [
  { procedure: 'lz-share-conditional', kind: 'in-time' },
  { procedure: 'lz-share-conditional', kind: 'refused' },
  { procedure: 'lz-share-conditional', kind: 'missed' },
  { procedure: 'lz-share-conditional', kind: 'withdrawn' },
  { procedure: 'lz-share-unconditional', kind: 'in-time' },
  { procedure: 'lz-licence-objection', kind: 'in-time' },
  { procedure: 'lz-licence-objection', kind: 'missed' },
  { procedure: 'lz-incident-virus', kind: 'in-time' },
  { procedure: 'lz-incident-virus', kind: 'missed' },
  { procedure: 'lz-incident-report', kind: 'in-time' },
];
