import { describe, expect, it } from 'vitest';
import { ACTORS } from '../test/orders/actors.ts';
import { clockRules } from './clock-rules.ts';
import { allProcedures } from './index.ts';
import type { Procedure, Stage } from './schema.ts';

const incidents = allProcedures().filter(({ id }) => id in ACTORS);

describe('incidents and faults: who acts where', () => {
  it('is known of every one of them', () => {
    const all = allProcedures().filter(({ family }) => family === 'incident' || family === 'fault');
    expect(all.map(({ id }) => id).filter((id) => !(id in ACTORS))).toEqual([]);
    expect(incidents).toHaveLength(Object.keys(ACTORS).length);
  });

  it.each(incidents.map((procedure) => [procedure.id, procedure] as const))(
    '%s, by the hands that its articles name',
    (id, { stages }) => {
      const acting: Record<string, string[]> = {};
      for (const [stage, { by }] of Object.entries(stages)) {
        for (const seat of [by].flat()) {
          const role = typeof seat === 'string' ? seat : seat.role;
          acting[role] = [...(acting[role] ?? []), stage];
        }
      }
      const sorted = (roles: [string, readonly string[]][]) =>
        Object.fromEntries(roles.map(([role, held]) => [role, held.toSorted()]));
      const wanted = Object.entries(ACTORS[id] ?? {}).map(([role, held]): [string, string[]] => [
        role,
        held.split(' '),
      ]);
      expect(sorted(Object.entries(acting))).toEqual(sorted(wanted));
    },
  );
});

/** Lines of what `of` finds in each stage. */
const found = (of: (procedure: Procedure, id: string, stage: Stage) => string[]): string[] =>
  incidents.flatMap((procedure) =>
    Object.entries(procedure.stages).flatMap(([id, stage]) => of(procedure, id, stage)),
  );

const limitsOf = (kind: string): string[] =>
  found(({ id: procedure }, id, stage) =>
    clockRules(stage).flatMap((rule) =>
      [rule.limit]
        .flat()
        .map((limit) => ('when' in limit ? limit.limit : limit))
        .filter((limit) => limit.kind === kind)
        .map((limit) => {
          const amount = 'amount' in limit ? limit.amount : '';
          return `${procedure} ${rule.id ?? id} ${amount} ${limit.unit} ${limit.basis.article}`;
        }),
    ),
  );

describe('incidents and faults: the standing of each limit; every other one is a target', () => {
  it('the law sets these', () => {
    expect(limitsOf('statutory').toSorted()).toEqual(STATUTORY.toSorted());
  });
  it('these are rules of our own, for steps the articles do not have', () => {
    expect(limitsOf('house').toSorted()).toEqual(HOUSE.toSorted());
  });
});

it('levels of incidents are of Lanzhou alone: elsewhere their change is a rule of our own, and says so', () => {
  for (const { id, jurisdiction, acts, houseRules = [] } of incidents) {
    if (acts?.changeLevel === undefined) continue;
    expect(acts.changeLevel.basis === null, id).toBe(jurisdiction !== 'lz');
    expect(
      houseRules.some((rule) => rule.includes('级别可随时调')),
      id,
    ).toBe(true);
  }
});

it('an incident or fault: these results need reasons', () => {
  const demanding = found(({ id: procedure }, id, { outcomes }) =>
    Object.entries(outcomes)
      .filter(([, { demands }]) => demands?.includes('reasons'))
      .map(([outcome]) => `${procedure} ${id}:${outcome}`),
  );
  expect(demanding.toSorted()).toEqual(REASONS.toSorted());
});

it('an incident or fault: these results change registers', () => {
  const changes = found(({ id: procedure }, id, { outcomes }) =>
    Object.entries(outcomes).flatMap(([outcome, { effects = [] }]) =>
      effects.map(({ register, op }) => `${procedure} ${id}:${outcome} ${register} ${op}`),
    ),
  );
  expect(changes.toSorted()).toEqual(REGISTERS.toSorted());
});

const STATUTORY = [
  'lz-incident-virus restore 2 hour 第一百六十八条（一）4（2）',
  'lz-incident-virus restore 4 hour 第一百六十八条（一）4（3）',
  'lz-incident-report report 30 minute 第四十五条',
  'lz-incident-room two-hours 2 hour 第一百六十八条（五）1',
  'lz-incident-data analyse 2 working-day 第一百六十八条（七）',
  'lz-platform-fault repair 3 working-day 第九十七条',
  'lz-platform-fault-grave recovery 3 working-day 第九十七条',
  'lz-platform-fault-grave repair 3 working-day 第九十七条',
  'lz-licence-catch-up catch-up 3 working-day 第一百五十二条',
  'dq-licence-catch-up catch-up 3 working-day 第十五条',
];

const HOUSE = [
  'lz-incident-report ascertain 4 hour 第四十五条',
  'lz-incident-report handle 1 working-day 第四十五条',
  'lz-incident-report summarise 3 working-day 第四十五条',
  'lz-incident-leak reconnect 4 hour 第一百六十八条（四）1',
  'lz-incident-room verify 4 hour 第一百六十九条',
  'lz-incident-network summarise 3 working-day 第一百六十八条（六）',
  'lz-incident-data verify 4 hour 第一百六十八条（七）',
  'lz-incident-theft summarise 3 working-day 第一百六十八条（八）3',
  'lz-platform-attack secrecy 1 working-day 第八十五条',
  'lz-platform-attack direct 1 working-day 第八十五条',
  'lz-platform-attack summarise 3 working-day 第八十五条',
  'lz-platform-fault coordinate 30 minute 第九十七条',
  'lz-platform-fault accept 3 working-day 第九十九条',
  'lz-platform-fault-grave accept 3 working-day 第九十九条',
  'lz-licence-catch-up clear 5 working-day 第一百五十二条',
  'lz-licence-catch-up confirm 3 working-day 第一百五十二条',
  'lz-security-problem close 5 working-day 第三十四条',
  'lz-harmful-information close 5 working-day 第四十四条',
  'lz-joint-attack close 5 working-day 第四十二条',
  'lz-service-fault grave 30 minute 第一百三十二条',
  'lz-service-fault close 5 working-day 第一百三十二条',
  'lz-lost-credentials close 5 working-day 第一百零二条',
  'ah-incident receive 30 minute 第十八条',
  'ah-incident close 5 working-day 第十六条',
  'ah-problem-filing close 5 working-day 第六条第三款',
  'ly-incident receive 30 minute 第二十一条',
  'ly-incident close 5 working-day 第二十一条',
  'ls-incident summarise 3 working-day 第三十八条第四款',
  'ls-extranet-fault close 5 working-day 第十四条',
  'dq-incident receive 30 minute 第三十一条',
  'dq-incident summarise 3 working-day 第三十一条',
  'dq-licence-catch-up receive 1 working-day 第十五条',
  'dq-licence-catch-up clear 5 working-day 第十五条',
  'dq-licence-catch-up check 2 working-day 第十五条',
];

const REASONS = [
  'lz-incident-intrusion isolate:not-entered',
  'lz-incident-leak appraise:not-secret',
  'lz-incident-room generator:not-come',
  'lz-incident-network carrier-mends:cannot',
  'lz-incident-network mend-device:cannot',
  'lz-platform-fault repair:not-soon',
  'lz-platform-fault agree:refuse',
  'lz-platform-fault-grave deploy:not-grave',
  'lz-platform-fault-grave repair:not-soon',
  'lz-platform-fault-grave agree:refuse',
  'lz-network-fault self-check:cannot',
  'ah-system-block block:block',
  'ah-system-block block:cut-off',
  'ah-system-block test:failed',
  'ls-incident plan:cut-off',
];

const REGISTERS = [
  'lz-licence-catch-up catch-up:issued licences open',
  'lz-licence-catch-up catch-up:updated licences change',
  'lz-licence-catch-up catch-up:cancelled licences close',
  'ah-system-block block:block connections suspend',
  'ah-system-block block:cut-off connections suspend',
  'ah-system-block reconnect:connected connections resume',
  'ls-incident isolate:isolated connections suspend',
  'ls-incident restore:restored connections resume',
  'dq-licence-catch-up catch-up:issued licences open',
  'dq-licence-catch-up catch-up:updated licences change',
  'dq-licence-catch-up catch-up:cancelled licences close',
  'lz-lost-credentials account:handled accounts suspend',
  'lz-lost-credentials seal:handled seals suspend',
  'lz-lost-credentials close:filed accounts resume',
  'lz-lost-credentials close:filed seals resume',
];
