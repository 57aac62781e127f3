import type { Role } from '../../procedures/roles.ts';
import { closedAs, decide, expectThat, missedThenDecided, type Story } from './story.ts';
import { belated, belatedly, type Leg, swift, timely, UP } from './story-words.ts';

/** What sets one duty apart: how many receive its report, and who hears when they, or the holder, miss a limit. */
export type DutyCourse = {
  /** Ladder of the holder's own limit. Default `UP`. */
  holder?: Role[];
  /** Seats that receive the report, and the ladder of the last of them. */
  receive?: { seats: number; to?: Role[] };
  /** What the follow-up comes to: as a rule, and when the report had to be completed. */
  followUp?: [rule: string, otherwise: string];
};

/** The stories of a duty built by `duty`: performed in the last second, missed, and where it is received, sent back once. */
export const dutyStories = (
  procedure: string,
  { holder = UP, receive, followUp }: DutyCourse = {},
): Story[] => {
  const perform: Leg = ['perform', 'done', holder];
  const received: Leg[] = Array.from({ length: receive?.seats ?? 0 }, () => [
    'receive',
    'received',
    receive?.to ?? UP,
  ]);
  const [after, otherwise] = [0, 1].map((n): Leg[] =>
    followUp === undefined ? [] : [['follow-up', followUp[n] ?? '']],
  ) as [Leg[], Leg[]];
  const way = [perform, ...received, ...after];
  const stories: Story[] = [
    {
      procedure,
      name: 'performed, received and followed up in the last second of each limit',
      kind: 'in-time',
      steps: timely(way, 'done'),
    },
    {
      procedure,
      name: 'not performed by the end of the period: the ladder climbs, a late report still counts as late',
      kind: 'missed',
      steps: belated(way, 'done'),
    },
  ];
  if (receive === undefined) return stories;
  return [
    ...stories,
    {
      procedure,
      name: 'an incomplete report is sent back with reasons, completed and received',
      kind: 'refused',
      steps: [
        decide('perform', 'done'),
        decide('receive', 'incomplete'),
        expectThat({ open: ['complete'], clocks: { perform: 'met' } }),
        decide('complete', 'done'),
        ...swift(...received, ...otherwise),
        closedAs('done'),
      ],
    },
    {
      procedure,
      name: 'completing a report late climbs the ladder',
      kind: 'missed',
      steps: [
        decide('perform', 'done'),
        decide('receive', 'incomplete'),
        ...belatedly(['complete', 'done', holder]),
        ...swift(...received, ...after),
        closedAs('done'),
      ],
    },
  ];
};

/**
 * What the performance of a duty finds wanting (`fields` say what) keeps it open: it is met by being performed, and is done only when it is
 * dealt with, late if that is late. `to`: who hears of that; `writes`: what dealing with it writes down.
 */
export const foundStory = (
  procedure: string,
  name: string,
  fields: Record<string, unknown>,
  { to = UP, writes = [] }: { to?: Role[]; writes?: string[] } = {},
): Story => ({
  procedure,
  name,
  kind: 'peculiar',
  steps: [
    decide('perform', 'found', fields),
    expectThat({ status: 'open', open: ['deal-with'], clocks: { perform: 'met' } }),
    ...missedThenDecided('deal-with', 'deal-with', 'done', to),
    expectThat({ registers: writes }),
    closedAs('done'),
  ],
});
