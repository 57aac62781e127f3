import { cannot, closedAs, decide, expectThat, type Story } from './story.ts';
import { belated, type Leg, swift, timely, UP } from './story-words.ts';

/** The stories of a course built by `report`, with the stages of handling that this form opens (one leg a seat). */
export const reportStories = (
  procedure: string,
  { form = {}, handle, closer = UP }: { form?: Record<string, unknown>; handle: Leg[]; closer?: Leg[2] },
): Story[] => {
  const way: Leg[] = [['report', 'reported'], ...handle, ['close', 'filed', closer]];
  const opened = [...new Set(handle.map(([stage]) => stage))];
  const first = handle.filter(([stage]) => stage === opened[0]);
  const others = handle.filter(([stage]) => stage !== opened[0]);
  const told = Object.values(form).join(', ');
  const name = (text: string): string => (told === '' ? text : `${text} (${told})`);
  return [
    {
      procedure,
      name: name('reported, handled and closed in the last second of each limit'),
      kind: 'in-time',
      form,
      steps: timely(way, 'closed'),
    },
    {
      procedure,
      name: name('every limit missed climbs its ladder'),
      kind: 'missed',
      form,
      steps: belated(way, 'closed'),
    },
    {
      procedure,
      name: name('handled by those named, all of them, before it is closed; not withdrawn'),
      kind: 'peculiar',
      form,
      steps: [
        { act: 'withdraw', refusedWith: 'act_not_allowed' },
        decide('report', 'reported'),
        expectThat({ open: opened }),
        ...swift(...first),
        ...(others.length === 0 ? [] : [cannot('close', 'filed', 'gate_closed'), ...swift(...others)]),
        expectThat({ open: ['close'] }),
        decide('close', 'filed'),
        closedAs('closed'),
      ],
    },
  ];
};
