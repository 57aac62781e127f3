import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
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

// The tests that the document shows are declared, and run, right here.
await runShown(testFile, new Map([[procedureFile.path, exported]]));
