import { expect, it } from 'vitest';
import { at, PureCase } from '../test/support/pure-case.ts';
import type { Fact } from './schema.ts';

const T0 = '2026-11-23T10:00';

/** Whose an article says the work is: the procedure, what has been decided before, with which facts. */
type Row = [
  article: string,
  id: string,
  before: string,
  facts: Record<string, Fact>,
  stage: string,
  holder: string,
];
const rows: Row[] = [
  [
    'AH 第二十一条 接入的平台建设管理单位审核和备案',
    'ah-third-party',
    '',
    { platform: 'a-city' },
    'review',
    'platform-manager of a-city',
  ],
  [
    'LS-N 第八条、第十条 接入单位负责接入链路及接入设备的建设',
    'ls-extranet-access',
    'review:pass assess:passed',
    { kind: 'connect' },
    'carry-out',
    'unit-platform-administrator of dept-of-unit-platform-administrator',
  ],
  [
    'LS-N 第十四条 运维单位的维护作业',
    'ls-extranet-access',
    'review:pass',
    { kind: 'interruption' },
    'interrupt',
    'platform-operator of dept-of-platform-operator',
  ],
  [
    'LS-D 第三十条 行政相对人到窗口提出的',
    'ls-open-request',
    'answer:refused',
    { filedBy: 'window' },
    'consider-at-window',
    'service-centre of dept-of-service-centre',
  ],
  [
    'DQ-D 第三十三条（二） 转交后由责任部门核实',
    'dq-correction-own',
    'mark:marked decide:hand-over',
    { receivedAt: at(T0) },
    'verify',
    'responsible-department of dept-of-responsible-department',
  ],
];

it.each(rows)('%s', (_article, id, before, facts, stage, holder) => {
  const theCase = new PureCase(id).submit(T0, facts);
  for (const step of before.split(' ').filter(Boolean)) {
    const [decided = '', outcome = ''] = step.split(':');
    theCase.decide(decided, outcome, T0);
  }
  const task = Object.values(theCase.state.tasks).find(
    (each) => each.stage === stage && each.state === 'open',
  );
  expect(`${task?.role} of ${task?.department}`).toBe(holder);
});

it.each([
  ['ls-open-request', ['requester', 'service-centre']],
  ['ls-data-licence', ['requester', 'service-centre']],
  ['dq-open-request', ['requester', 'hotline']],
])('%s can be filed for those who do not sign in', (id, filers) => {
  expect(new PureCase(id).rules.procedure.submitters).toEqual(filers);
});
