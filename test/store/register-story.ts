import type { EventData } from '../../cases/index.ts';
import type { Progress } from '../../procedures/progress.ts';
import type { RegisterOp } from '../../procedures/schema.ts';
import { THINGS, type ThingId } from '../../procedures/things.ts';
import type { Store } from '../../store/index.ts';
import { caseNo, HOUR_MS, MONDAY_MS, manager, requester, Story } from './sample.ts';

type Change = EventData['RegisterChanged'];
export type Told = {
  thing?: ThingId;
  field?: string;
  form?: object;
  department?: string;
  jurisdiction?: string;
  title?: string;
  /** What every change tells besides. */
  entry?: NonNullable<Change['entry']>;
  owner?: string | null;
  /** Marks tell for as long as they stand. */
  tells?: true;
};

/** Cases that change registers, an hour each after the last change of any of them. */
export const registerStories = (store: () => Store) => {
  let count = 0;
  let hours = 0;
  const changedAtMs = (): number => {
    hours += 1;
    return MONDAY_MS + hours * HOUR_MS;
  };
  const nextNo = (): string => {
    count += 1;
    return caseNo(count);
  };

  /** A case that is filed, and whose changes of a register are told by `change`. */
  const filed = async ({
    thing = 'seal',
    field = 'sealNo',
    form = {},
    entry,
    owner,
    tells,
    ...told
  }: Told) => {
    const { department = 'lz-civil', jurisdiction = 'lz', title } = told;
    const story = new Story(nextNo()).submitted(MONDAY_MS, { ...requester, department });
    const filing = { form, jurisdiction, requesterDepartment: department, ...(title && { title }) };
    await store().record.birth(story.birth(1, filing));
    return {
      no: story.no,
      /** Each with how far the thing has come by it, where that is told. */
      async change(...ops: (RegisterOp | [RegisterOp, Progress])[]): Promise<void> {
        const { register, unique } = THINGS[thing];
        for (const [op, reached] of ops.map((each) =>
          typeof each === 'string' ? ([each] as const) : each,
        )) {
          const said: Change = {
            ...{ register, op, key: { thing, field, unique } },
            ...(entry === undefined ? {} : { entry }),
            ...(owner === undefined ? {} : { owner }),
            ...(tells && op === 'mark' ? { tells } : {}),
            ...(reached === undefined ? {} : { reached }),
          };
          story.add('RegisterChanged', changedAtMs(), said);
          await store().record.append(story.no, story.after(story.events.length - 1));
        }
      },
      /** A decision with what it says. */
      async decide(fields: object): Promise<void> {
        const id = `decided-${story.no}`;
        await store().commands.receive({
          ...{ id, personId: manager.personId, key: id, requestDigest: 'x', caseNo: story.no },
          ...{ body: { type: 'decide' }, content: { fields }, receivedAtMs: MONDAY_MS },
        });
        const data: EventData['Decided'] = {
          ...{ task: 'make-1', stage: 'make', outcome: 'made', facts: {}, digest: 'd' },
        };
        story
          .opened('make-1', MONDAY_MS, null)
          .add('Decided', MONDAY_MS, data, { actor: manager, commandId: id });
        await store().record.append(story.no, story.after(story.events.length - 2));
      },
    };
  };
  return { filed, changedAtMs, nextNo };
};
