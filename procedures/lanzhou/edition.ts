import type { Edition } from '../schema.ts';

/** Both measures were issued on 14 September 2021 for two years (LZ-D 第四十条, LZ-P 第一百七十二条). */
export const EDITION: Edition = { id: '2021-1', validFrom: '2021-09-14', validThrough: '2023-09-13' };
