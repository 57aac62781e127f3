import { limitTable } from '../support/limit-table.ts';
import type { LimitGroup } from '../support/limits.ts';
import { at } from '../support/pure-case.ts';

/** Received on the Friday before the make-up Saturday of 14 February; the Spring Festival is off from the 15th to the 23rd. */
const received = { facts: { receivedAt: at('2026-02-13T16:00') } };
/** Received the evening before it was entered: both limits run from receipt. */
const before = { facts: { receivedAt: at('2026-09-17T20:00') } };

export const licenceObjectionLimits: LimitGroup[] = [
  {
    title: '电子证照异议',
    rows: [
      ...limitTable('lz-licence-objection', [
        ['第一百五十八条 1个工作日内异议标注', '2026-02-13T16:30', 'mark:marked', '2026-02-14', received],
        [
          '第一百五十八条 5个工作日内核实并告知',
          '2026-02-13T16:30',
          'mark:marked verify:corrected reply:told',
          '2026-02-27',
          { ...received, clock: 'verify' },
        ],
        ['第一百五十八条 自收到工单起算', '2026-09-18T09:00', 'mark:marked', '2026-09-18', before],
        [
          '第一百五十八条 自收到工单起算（核实）',
          '2026-09-18T09:00',
          'mark:marked verify:upheld reply:told',
          '2026-09-23',
          { ...before, clock: 'verify' },
        ],
      ]),
      ...limitTable('dq-licence-objection', [
        ['第二十二条 2个工作日内异议标注', '2026-02-13T16:30', 'mark:marked', '2026-02-24', received],
        [
          '第二十二条 5个工作日内核实并告知',
          '2026-02-13T16:30',
          'mark:marked verify:corrected reply:told',
          '2026-02-27',
          { ...received, clock: 'verify' },
        ],
        ['第二十二条 自收到申请起算', '2026-09-18T09:00', 'mark:marked', '2026-09-20', before],
      ]),
    ],
  },
];
