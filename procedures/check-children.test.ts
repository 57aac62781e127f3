import { expect, it } from 'vitest';
import { childFindings } from './check-children.ts';
import { allProcedures, type Procedure, procedureById, type Stage } from './index.ts';

const block = procedureById('ah-system-block') as Procedure;
const { apply, reconnect } = block.stages as { apply: Stage; reconnect: Stage };
const { applied } = apply.outcomes;
const withStages = (stages: Record<string, Stage>): Procedure => ({
  ...block,
  stages: { ...block.stages, ...stages },
});
const withReconnect = (changes: Partial<Stage>): Procedure =>
  withStages({ reconnect: { ...reconnect, ...changes } });
const withApplied = (changes: object): Procedure =>
  withStages({ apply: { ...apply, outcomes: { applied: { ...applied, title: '申请', ...changes } } } });
const { withdrawn: _, ...lacksOne } = reconnect.outcomes;

it('stands the cases that procedures open, and finds some', () => {
  expect(allProcedures().flatMap(childFindings)).toEqual([]);
  const waiting = allProcedures().filter(({ stages }) => Object.values(stages).some(({ child }) => child));
  expect(waiting.map(({ id }) => id)).toEqual(['ah-system-change', 'ah-system-block']);
});

it.each([
  ['unknown procedure nowhere', withReconnect({ child: { procedure: 'nowhere', clocks: 'run' } })],
  ['waits for a case of elsewhere', withReconnect({ child: { procedure: 'lz-dispute', clocks: 'run' } })],
  ['does not go on when that case ends as withdrawn', withReconnect({ outcomes: lacksOne })],
  [
    'gone: is no ending of that case',
    withReconnect({ outcomes: { ...reconnect.outcomes, gone: { title: '不知去向', ends: 'connected' } } }),
  ],
  [
    'nobody is there to be asked',
    withReconnect({
      outcomes: {
        ...reconnect.outcomes,
        withdrawn: { title: '撤回', demands: ['reasons'], opens: ['apply'] },
      },
    }),
  ],
  ['platform-manager may not file it', withReconnect({ by: 'platform-manager' })],
  ['not decided by who files it', withReconnect({ by: 'unit-platform-administrator' })],
  ['is filed by one side', withReconnect({ by: ['unit-platform-administrator', 'expert'] })],
  ['the clocks are those of the case waited for', withReconnect({ within: apply.within as never })],
  ['no decision opens it', { ...block, start: ['reconnect'] }],
  ['leaves plan untold', withApplied({ fields: {} })],
  ['leaves ground untold', withApplied({ sets: {} })],
  ['leaves ground untold', withApplied({ sets: { ground: 'elsewhere' } })],
] as [string, Procedure][])('finds: %s', (finding, procedure) => {
  expect(childFindings(procedure).join('\n')).toContain(finding);
});

it('a dispute goes to a procedure that exists', () => {
  const share = procedureById('lz-share-conditional') as Procedure;
  const dispute = { ...share.acts?.dispute, procedure: 'nowhere' } as never;
  expect(childFindings({ ...share, acts: { dispute } })).toEqual([
    'lz-share-conditional: disputes go to the unknown procedure nowhere',
  ]);
});
