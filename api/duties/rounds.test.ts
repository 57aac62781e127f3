import { expect, it } from 'vitest';
import { turnsSoFar } from '../../cases/index.ts';
import type { DutyRound } from '../../store/index.ts';
import { allDuties, dutyRounds } from './rounds.ts';

/** A store that remembers what was asked for. */
const remembering = (settings: Record<string, unknown>) => {
  const asked: string[] = [];
  const store = {
    duties: {
      ask: async ({ procedure, jurisdiction, role, period }: DutyRound) => {
        asked.push(`${procedure} ${period} ${jurisdiction} ${role}`);
        return { opened: [] };
      },
    },
    settings: {
      get: async (key: string) => settings[key] ?? null,
      set: async (key: string, value: unknown) => {
        settings[key] = value;
      },
    },
  };
  const rounds = dutyRounds({ store: store as never, kick: () => undefined });
  return { rounds, asked };
};

const NOON = Date.parse('2026-11-23T12:00:00+08:00');

it('a system that begins today does not open what came up before it', async () => {
  const { rounds, asked } = remembering({});
  await rounds.openSoFar(NOON);
  await rounds.openSoFar(NOON + 3_600_000);
  expect(asked).toEqual([]);
});

it('what came up since it began and was missed is opened, every period of it and the earlier first', async () => {
  const { rounds, asked } = remembering({ 'duties-since': Date.parse('2026-08-15T12:00:00+08:00') });
  await rounds.openSoFar(NOON);
  const of = (id: string) => asked.filter((one) => one.startsWith(`${id} `)).map((one) => one.split(' ')[1]);
  expect(of('lz-virus-scan')).toEqual(['2026-09', '2026-10', '2026-11']);
  expect(of('lz-password')).toEqual(['2026-Q3']);
  expect(of('lz-half-year-accounts')).toEqual([]);
  expect(of('lz-risk-yearly')).toEqual([]);
});

it('what is longer ago than a year is not made up for', () => {
  const monthly = allDuties().find(({ id }) => id === 'lz-virus-scan')!;
  const yearly = allDuties().find(({ id }) => id === 'lz-risk-yearly')!;
  const since = Date.parse('2020-01-01T00:00:00+08:00');
  const periods = (duty: typeof monthly) =>
    turnsSoFar(duty.recurrence, since, NOON).map(({ period }) => period);
  expect(periods(monthly)).toHaveLength(13);
  expect(periods(monthly)[0]).toBe('2025-11');
  expect(periods(yearly)).toEqual(['2025', '2026']);
});

it('a duty of several regulations is asked for in each jurisdiction, of whoever has it there', async () => {
  const { rounds, asked } = remembering({});
  await rounds.openAt(Date.parse('2026-12-01T00:00:00+08:00'));
  expect(asked.filter((one) => one.startsWith('risk-assessment'))).toEqual([
    'risk-assessment 2026-H2 lz platform-operator',
    'risk-assessment 2026-H2 ly security-lead',
    'risk-assessment 2026-H2 ls platform-manager',
    'risk-assessment 2026-H2 dq security-lead',
  ]);
});
