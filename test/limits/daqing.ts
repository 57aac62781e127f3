import type { LimitGroup } from '../support/limits.ts';
import { at } from '../support/pure-case.ts';
import { wholeDays } from '../support/whole-days.ts';

/**
 * Daqing keeps the national calendar: off 15–23 February 2026, Saturdays 14 and 28 February worked.
 * From Friday 13 February the working days are 14, 24, 25, 26, 27, 28 February, 2, 3, 4, 5 March and so on.
 */
const BEFORE_SPRING = '2026-02-13T10:00';
const SPRING: Record<number, [string, string]> = {
  1: ['2026-02-14', '2026-02-15'],
  2: ['2026-02-24', '2026-02-25'],
  5: ['2026-02-27', '2026-02-28'],
  10: ['2026-03-05', '2026-03-06'],
  20: ['2026-03-19', '2026-03-20'],
};
/** From Thursday 30 April: 6, 7, 8, Saturday 9, 11 May. */
const BEFORE_MAY = '2026-04-30T16:00';
const MAY: Record<number, [string, string]> = {
  1: ['2026-05-06', '2026-05-07'],
  2: ['2026-05-07', '2026-05-08'],
  5: ['2026-05-11', '2026-05-12'],
};
const spring = (days: number): [string, string] => SPRING[days] ?? ['', ''];
const may = (days: number): [string, string] => MAY[days] ?? ['', ''];

/** Received on Wednesday 11 February, entered on the 13th: 12 and 13, then Saturday the 14th. */
const RECEIVED = { facts: { receivedAt: at('2026-02-11T17:00') } };

export const daqingLimits: LimitGroup[] = [
  {
    title: '大庆市公共数据管理暂行办法：共享与异议',
    rows: [
      wholeDays(
        'dq-share-unconditional',
        'grant:granted',
        '第二十二条 授予权限，目标1个工作日',
        BEFORE_SPRING,
        spring(1),
      ),
      wholeDays(
        'dq-share-conditional',
        'review:approve',
        '第二十二条 会同审核，目标5个工作日',
        BEFORE_SPRING,
        spring(5),
        {
          after: 'review:approve',
        },
      ),
      wholeDays(
        'dq-share-conditional',
        'grant:granted',
        '第二十二条 授予权限，目标1个工作日',
        BEFORE_MAY,
        may(1),
        {
          after: 'review:approve review:approve',
        },
      ),
      wholeDays(
        'dq-share-conditional',
        'open:opened',
        '第二十二条 开通权限，目标1个工作日',
        BEFORE_MAY,
        may(1),
        {
          after: 'review:approve review:approve grant:granted',
        },
      ),
      wholeDays(
        'dq-channel-exception',
        'decide:approve',
        '第二十条 同意，目标5个工作日',
        BEFORE_SPRING,
        spring(5),
      ),
      wholeDays(
        'dq-consent',
        'ask:consented',
        '第十七条 征得同意，目标10个工作日',
        BEFORE_SPRING,
        spring(10),
      ),
      wholeDays(
        'dq-correction-own',
        'mark:marked',
        '第三十三条 收到异议材料1个工作日内标注',
        '2026-02-12T09:00',
        ['2026-02-12', '2026-02-13'],
        RECEIVED,
      ),
      wholeDays(
        'dq-correction-own',
        'decide:corrected',
        '第三十三条（一） 收到之日起2个工作日内决定',
        '2026-02-12T09:00',
        ['2026-02-13', '2026-02-14'],
        { ...RECEIVED, after: 'mark:marked' },
      ),
      wholeDays(
        'dq-correction-own',
        'decide:upheld',
        '第三十三条（一） 2月13日收到，14日补班，2个工作日至24日',
        '2026-02-14T09:00',
        spring(2),
        { facts: { receivedAt: at('2026-02-13T10:00') }, after: 'mark:marked' },
      ),
      wholeDays(
        'dq-correction-own',
        'tell:told',
        '第三十三条（一） 及时告知，目标1个工作日',
        BEFORE_MAY,
        may(1),
        {
          after: 'mark:marked decide:upheld',
        },
      ),
      wholeDays(
        'dq-correction-own',
        'decide:hand-over',
        '第三十三条（一）、（二） 认定属于责任部门的，在同一收到之日起2个工作日内转交',
        '2026-02-12T09:00',
        ['2026-02-13', '2026-02-14'],
        { ...RECEIVED, after: 'mark:marked' },
      ),
      wholeDays(
        'dq-correction-own',
        'verify:corrected',
        '第三十三条（二） 收到转交之日起5个工作日内核实决定',
        BEFORE_SPRING,
        spring(5),
        { ...RECEIVED, after: 'mark:marked decide:hand-over' },
      ),
      wholeDays(
        'dq-correction-own',
        'tell-verified:told',
        '第三十三条（二） 及时告知，目标1个工作日',
        BEFORE_MAY,
        may(1),
        { after: 'mark:marked decide:hand-over verify:upheld' },
      ),
      wholeDays(
        'dq-correction-dept',
        'mark:marked',
        '第三十三条 收到异议材料1个工作日内标注',
        '2026-02-14T09:00',
        spring(1),
        { facts: { receivedAt: at('2026-02-13T23:59') } },
      ),
      wholeDays(
        'dq-correction-dept',
        'hand-over:handed',
        '第三十三条（二） 收到之日起2个工作日内转交',
        '2026-02-14T09:00',
        spring(2),
        { facts: { receivedAt: at('2026-02-13T23:59') } },
      ),
      wholeDays(
        'dq-correction-dept',
        'verify:corrected',
        '第三十三条（二） 收到转交之日起5个工作日内核实决定',
        BEFORE_SPRING,
        spring(5),
        { ...RECEIVED, after: 'hand-over:handed' },
      ),
      wholeDays(
        'dq-correction-dept',
        'tell:told',
        '第三十三条（二） 及时告知，目标1个工作日',
        BEFORE_MAY,
        may(1),
        {
          after: 'mark:marked hand-over:handed verify:upheld',
        },
      ),
      wholeDays(
        'dq-open-request',
        'review:approve',
        '第二十四条 审核，目标10个工作日',
        BEFORE_SPRING,
        spring(10),
      ),
      wholeDays(
        'dq-open-request',
        'review:approve',
        '第二十四条 审核，目标10个工作日：热线收到在先（2月11日），登记在后',
        BEFORE_SPRING,
        ['2026-03-03', '2026-03-04'],
        RECEIVED,
      ),
      wholeDays(
        'dq-open-request',
        'open-interface:opened',
        '第二十四条 接口开放，目标2个工作日',
        BEFORE_MAY,
        may(2),
        {
          after: 'review:approve',
        },
      ),
      wholeDays(
        'dq-secrecy-review',
        'decide:approve',
        '第三十条 保密审查，目标5个工作日',
        BEFORE_SPRING,
        spring(5),
      ),
    ],
  },
];
