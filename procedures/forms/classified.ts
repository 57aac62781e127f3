import type { Fields } from '../fields.ts';

/**
 * 涉密材料一律不收 (LZ-D 第二十四条; LZ-P 第二十条、第六十条; AH 第五条; LY-E 第二十一条; LS-N 第十七条): asked of whoever hands in data or
 * documents, and material said to be classified is refused at intake, with nothing stored. `classifiedFindings` holds every procedure to it.
 */
export const CLASSIFIED: Fields = { classified: { title: '是否涉密', type: 'not-classified' } };
