import type { Citation } from '../regulations.ts';
import type { Role } from '../roles.ts';
import type { LegalLimit, Seat, Stage, StageId } from '../schema.ts';

/** What the text says of a test that must be passed before anything else happens. */
export type TestText = {
  basis: Citation;
  test: { title: string; by: Role; within: LegalLimit; passed: string };
  rectify: { title: string; by: Seat; within: LegalLimit };
  /** What a passed test opens. */
  next: StageId;
};

/** 检测与整改: tested until passed; a failed test gives reasons and goes back to be put right. The two stages `test` and `rectify`. */
export const tested = ({ basis, test, rectify, next }: TestText): { test: Stage; rectify: Stage } => ({
  test: {
    title: test.title,
    basis,
    by: test.by,
    repeats: true,
    within: test.within,
    outcomes: {
      passed: {
        title: test.passed,
        demands: ['fields'],
        fields: {
          agency: { title: '检测（测评）机构', type: 'text' },
          report: { title: '检测（测评）报告', type: 'text', maxLength: 4000 },
        },
        opens: [next],
      },
      failed: { title: '未通过', demands: ['reasons'], opens: ['rectify'] },
    },
  },
  rectify: {
    title: rectify.title,
    basis,
    by: rectify.by,
    repeats: true,
    within: rectify.within,
    outcomes: {
      done: {
        title: '已整改',
        demands: ['fields'],
        fields: { measures: { title: '整改措施', type: 'text', maxLength: 4000 } },
        opens: ['test'],
      },
    },
  },
});
