import type { Fields } from '../fields.ts';

/**
 * Stands beside the field that names a thing which must exist (`Effect.must`): said where the register cannot know it, because it was
 * there before the register was. The case then begins its line.
 */
export const EXISTED_BEFORE: Fields = {
  existedBefore: { title: '系统建立前已有，台账中没有记载', type: 'flag', required: false },
};
