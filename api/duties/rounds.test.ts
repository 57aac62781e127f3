import { expect, it } from 'vitest';
import { currentTurn } from '../../cases/index.ts';
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
  await rounds.openCurrent(NOON);
  await rounds.openCurrent(NOON + 3_600_000);
  expect(asked).toEqual([]);
});

it('what came up since it began and was missed is opened', async () => {
  const { rounds, asked } = remembering({ 'duties-since': Date.parse('2026-10-31T12:00:00+08:00') });
  await rounds.openCurrent(NOON);
  const since = allDuties().filter(({ recurrence }) => {
    const { opensAtMs } = currentTurn(recurrence, NOON);
    return opensAtMs >= Date.parse('2026-10-31T12:00:00+08:00') && opensAtMs <= NOON;
  });
  expect(since.length).toBeGreaterThan(0);
  expect(asked).toHaveLength(since.length);
  expect(asked).toContain('lz-virus-scan 2026-11 lz unit-platform-administrator');
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
