import { type Actor, type CommandBody, decide, isRefusal, type PersonCommand } from '../../cases/index.ts';
import type { Demand } from '../../procedures/schema.ts';
import type { SeenCase } from '../case-reader.ts';
import type { Prepared } from '../commands/send.ts';
import type { Desk } from '../deps.ts';
import { forbidden, type Problem } from '../problems/problem.ts';
import { actorFor, actorsOf, type Viewer } from '../security/viewer.ts';

/** What an act is made ready from. */
export type Asking = { desk: Desk; viewer: Viewer; found: SeenCase; id: string; atMs: number };

/** The part in which the viewer may do it; where there is none, the one whose refusal says most: of the task, else of the filing. */
const partFor = ({ viewer, found, id, atMs }: Asking, body: CommandBody): Actor | null => {
  const { rules, state } = found;
  const allowed = actorsOf(viewer).find(
    (actor) => !isRefusal(decide(rules, state, { ...body, id, actor } as PersonCommand, atMs)),
  );
  const task = 'task' in body ? state.tasks[body.task] : undefined;
  return allowed ?? actorFor(viewer, task ?? state.submitter);
};

/** A command with what people wrote; 403 for a person who has no part to act in. */
export const ready = (
  asking: Asking,
  body: CommandBody,
  content: Record<string, unknown> | null,
): Prepared | Problem => {
  const actor = partFor(asking, body);
  return actor === null
    ? forbidden()
    : { command: { ...body, id: asking.id, actor } as PersonCommand, content };
};

export const givenReasons = (text: string | undefined): Demand[] => (text === undefined ? [] : ['reasons']);
