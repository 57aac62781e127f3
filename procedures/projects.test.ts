import { describe, expect, it } from 'vitest';
import { allStories } from '../test/stories/index.ts';
import { playPure } from '../test/support/play-pure.ts';
import { PROGRESS, type Progress } from './progress.ts';

const PROJECTS = ['ly-project', 'ls-project', 'dq-project'];
const stories = allStories.filter(({ procedure }) => PROJECTS.includes(procedure));
const toldIn = (story: (typeof stories)[number]) => {
  const { events, state } = playPure(story);
  const told = events.flatMap((event) =>
    event.type === 'RegisterChanged' && event.data.register === 'projects' ? [event.data] : [],
  );
  return { told, state };
};

describe('a project stands in the register from its first step until it ends, and its line says how it ended', () => {
  it.each(stories.map((story) => [`${story.procedure}: ${story.name}`, story] as const))(
    '%s',
    (_name, story) => {
      const { told, state } = toldIn(story);
      expect(state.status).toBe('closed');
      if (told.length === 0) return;
      expect(told[0]?.op).toBe('open');
      expect(told.at(-1)?.op).toBe('close');
      expect(told.at(-1)?.reached === 'accepted').toBe(state.result === 'accepted');
      const steps = told.map(({ reached }) => reached);
      // 未经竣工验收或竣工验收不合格的，不得投入使用 (LY-E 第十一条, DQ-D 第七条).
      if (state.result === 'accepted') expect(steps.indexOf('built')).toBeLessThan(steps.indexOf('accepted'));
      else expect(steps).not.toContain('accepted');
    },
  );
});

const COURSES: [article: string, procedure: string, steps: Progress[]][] = [
  [
    'LY-E 第七条至第十一条：计划、预算安排、批准、申请、协商、同意建设、采购、合同报备和资金、建成、验收',
    'ly-project',
    [
      ...(['proposed', 'in-plan', 'plan-received', 'plan-approved', 'applied', 'consulted'] as const),
      ...(['agreed', 'procured', 'contract-filed', 'funded', 'built', 'accepted', 'accepted'] as const),
    ],
  ],
  [
    'DQ-D 第七条：报评审、专家评审、评审意见、情况报告、市政府批准、年度预算、采购、建设完成、验收',
    'dq-project',
    [
      ...(['under-review', 'reviewed', 'opinion-issued', 'reported', 'approved', 'budgeted'] as const),
      ...(['procured', 'built', 'accepted', 'accepted'] as const),
    ],
  ],
  [
    'LS-D 第四十七条：符合性审查、共享要求、审批和投资计划、经费、建成并纳入目录、验收',
    'ls-project',
    ['conforming', 'sharing-reviewed', 'approved', 'funded', 'built', 'accepted', 'accepted'],
  ],
];
it.each(COURSES)('each step that the article names is a change of the line: %s', (_article, id, steps) => {
  const [whole] = stories.filter(({ procedure, kind }) => procedure === id && kind === 'in-time');
  const { told } = toldIn(whole as (typeof stories)[number]);
  expect(told.map(({ reached }) => reached)).toEqual(steps);
  expect(told.map(({ op }) => op).filter((op) => op !== 'change' && op !== 'open')).toEqual(['close']);
});

it('what has not been accepted says that it may not be used, once it is built', () => {
  const saying = (words: string) =>
    Object.entries(PROGRESS).flatMap(([id, said]) => (said.includes(words) ? [id] : []));
  expect(saying('可以投入使用')).toEqual(['accepted']);
  expect(saying('不得投入使用')).toEqual(['built', 'acceptance-failed']);
});
