import type { Edition } from '../schema.ts';
import { ofThing } from '../shapes/progress.ts';

/** The project that a case is about, in the register. */
export const project = ofThing('project', 'project');

/** LY-D 第五十四条：自公布之日起施行，有效期2年。 */
export const EDITION_D: Edition = { id: '2020-1', validFrom: '2020-07-30', validThrough: '2022-07-29' };
/** LY 及 LY-E 第二十八条：自发布之日起施行。 */
export const EDITION: Edition = { id: '2020-1', validFrom: '2020-07-30' };
