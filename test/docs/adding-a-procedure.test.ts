import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Clock } from '../../cases/index.ts';
import { findingsOf } from '../../procedures/check.ts';
import { allProcedures, type Procedure } from '../../procedures/index.ts';
import { inProject } from '../../runtime/paths.ts';
import { PureCase } from '../support/pure-case.ts';
import { runShown, shownFiles, typeErrorsIn } from '../support/typescript-blocks.ts';

const files = shownFiles(readFileSync(inProject('docs', 'adding-a-procedure.md'), 'utf8'));
const [procedureFile, testFile] = files;
if (procedureFile === undefined || testFile === undefined) throw new Error('the document shows no two files');
const exported = await runShown(procedureFile);
const procedure = Object.values(exported)[0] as Procedure;

describe('the procedure that the document adds', () => {
  it('is a file and its test, both in full', () => {
    expect(files.map(({ path }) => path)).toEqual([
      'procedures/lanzhou/renewal.ts',
      'procedures/lanzhou/renewal.test.ts',
    ]);
    expect(Object.keys(procedure.stages)).toHaveLength(3);
  });

  it('compiles under the settings of the project', () => {
    expect(typeErrorsIn(files)).toEqual([]);
  });

  it('passes the check that all procedures pass, and takes the place of none', () => {
    expect(findingsOf(procedure)).toEqual([]);
    expect(allProcedures().map(({ id }) => id)).not.toContain(procedure.id);
  });

  it('takes a case from its filing to its end', () => {
    const theCase = new PureCase(procedure.id, { procedure }).submit('2026-11-23T09:30');
    for (const stage of Object.keys(procedure.stages)) {
      expect(theCase.open()).toEqual([`${stage}-1`]);
      theCase.decide(
        stage,
        Object.keys(procedure.stages[stage]?.outcomes ?? {})[0] ?? '',
        '2026-11-24T09:00',
      );
    }
    expect(theCase.state).toMatchObject({ status: 'closed', result: 'renewed' });
  });
});

describe('the procedure that the document adds, put on the list of its jurisdiction,', () => {
  const ID = procedure.id;
  let registry: typeof import('../../procedures/index.ts');
  const withIt = async (original: () => Promise<typeof import('../../procedures/lanzhou/index.ts')>) => {
    const { lanzhouProcedures, ...rest } = await original();
    return { ...rest, lanzhouProcedures: [...lanzhouProcedures, procedure] };
  };
  // Files of one worker share their modules: those that know the longer list are loaded anew, and forgotten.
  beforeAll(async () => {
    vi.resetModules();
    vi.doMock('../../procedures/lanzhou/index.ts', withIt);
    registry = await import('../../procedures/index.ts');
  });
  afterAll(() => {
    vi.doUnmock('../../procedures/lanzhou/index.ts');
    vi.resetModules();
  });
  const registered = () => registry.procedureById(ID) as Procedure;

  it('can be filed under, has the acts that all have, and nothing is wrong with any procedure', async () => {
    expect(registry.allProcedures()).toHaveLength(allProcedures().length + 1);
    expect(registered().acts?.terminate).toMatchObject({ as: 'terminated' });
    const check = await import('../../procedures/check.ts');
    expect(registry.allProcedures().flatMap(check.findingsOf)).toEqual([]);
  });

  it('has each of its limits held to the second by a row', async () => {
    const { caseOf, clockOf } = await import('../support/limits.ts');
    const { limitsOf, limitUnder } = await import('../support/limit-coverage.ts');
    const { limitTable } = await import('../support/limit-table.ts');
    const THURSDAY = '2026-04-30T10:00'; // Labour Day is off from the 1st to the 5th of May.
    const rows = limitTable(ID, [
      ['第三十条 受理，目标2个工作日', THURSDAY, 'accept:pass', '2026-05-07'],
      ['第三十条 审核，目标3个工作日', THURSDAY, 'accept:pass authorise:approve', '2026-05-08'],
      ['第三十条 办理，目标1个工作日', THURSDAY, 'accept:pass authorise:approve extend:done', '2026-05-06'],
    ]);
    const held = rows.map((row) => {
      for (const [side, state] of [
        [row.inTime, 'met'],
        [row.late, 'missed'],
      ] as const) {
        expect(clockOf(row, caseOf(row).decide(row.stage, row.outcome, side))?.state, row.article).toBe(
          state,
        );
      }
      const theCase = caseOf(row);
      return limitUnder(theCase.rules, theCase.state, clockOf(row, theCase) as Clock);
    });
    expect(held).toEqual(limitsOf(registered()));
  });

  it('has a page of its own, a form and stages for its readers', async () => {
    const { procedurePages } = await import('../../scripts/procedure-pages.ts');
    const page = procedurePages(registry.allProcedures()).get('docs/procedures/share.md') ?? '';
    expect(page).toContain(`<a id="${ID}"></a>\n\n## ${procedure.title}`);
    for (const { title } of Object.values(procedure.stages)) expect(page).toContain(title);
    const { presentProcedure } = await import('../../api/present/procedure.ts');
    const shown = presentProcedure(registered(), [registered()]);
    expect(shown.stages.map(({ stage }) => stage)).toEqual(Object.keys(procedure.stages));
    expect(Object.keys(shown.form.properties ?? {})).toEqual(Object.keys(procedure.form));
  });

  it('goes through a story like any other', async () => {
    const { playPure } = await import('../support/play-pure.ts');
    const {
      cannotSay,
      closedAs,
      decide: decided,
      expectThat,
      lastSecondOf,
    } = await import('../support/story.ts');
    playPure({
      procedure: ID,
      name: 'renewed for no longer than was asked for',
      kind: 'peculiar',
      steps: [
        lastSecondOf('accept'),
        decided('accept', 'pass'),
        cannotSay('authorise', 'approve', { until: '2032-01-01' }, 'beyond_request'),
        decided('authorise', 'approve'),
        expectThat({ open: ['extend'], clocks: { accept: 'met' }, registers: [] }),
        decided('extend', 'done'),
        expectThat({ registers: ['data-grants open'] }),
        closedAs('renewed'),
      ],
    });
  });
});

// The tests that the document shows are declared, and run, right here.
await runShown(testFile, new Map([[procedureFile.path, exported]]));
