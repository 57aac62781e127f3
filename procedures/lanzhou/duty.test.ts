import { describe, expect, it } from 'vitest';
import { procedureById } from '../index.ts';

describe('经常性工作', () => {
  it.each([
    ['lz-elte-check', 'month', 1, 'statutory', 'unit-platform-administrator'],
    ['lz-extranet-check', 'month', 1, 'statutory', 'unit-platform-administrator'],
    ['lz-virus-scan', 'month', 1, 'statutory', 'unit-platform-administrator'],
    ['lz-half-year-accounts', 'half-year', 6, 'statutory', 'unit-platform-administrator'],
    ['lz-catalogue-yearly', 'year', 1, 'statutory', 'unit-platform-administrator'],
    ['lz-risk-yearly', 'year', 1, 'statutory', 'platform-operator'],
    ['lz-seal-summary', 'month', 1, 'target', 'seal-keeper'],
    ['lz-password', 'quarter', 3, 'statutory', 'unit-platform-administrator'],
    ['lz-operator-report', 'month', 1, 'target', 'unit-platform-administrator'],
    ['lz-operator-check', 'month', 1, 'target', 'platform-operator'],
    ['lz-account-check', 'half-year', 6, 'target', 'service-centre'],
    ['lz-evaluation', 'half-year', 6, 'target', 'platform-manager'],
    ['risk-assessment', 'half-year', 6, 'target', 'platform-operator'],
    ['drill', 'year', 1, 'target', 'platform-manager'],
  ])('%s comes up every %s, on the first of its month %i', (id, every, month, kind, holders) => {
    expect(procedureById(id)?.recurrence).toMatchObject({
      every,
      opensOn: { month, day: 1 },
      kind,
      holders,
    });
  });
});
