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

export const daqingLicenceLimits: LimitGroup[] = [
  {
    title: '大庆市电子证照管理暂行办法',
    rows: [
      {
        article: '第十五条 通知，目标30分钟，自不可抗力发生起算',
        procedure: 'dq-licence-catch-up',
        facts: { beganAt: at('2026-02-14T23:40') },
        starts: '2026-02-14T23:50',
        stage: 'notify',
        outcome: 'notified',
        inTime: '2026-02-15T00:09:59',
        late: '2026-02-15T00:10',
      },
      {
        article: '第十五条 采取应对措施，目标4小时，自不可抗力发生起算',
        procedure: 'dq-licence-catch-up',
        facts: { beganAt: at('2026-02-14T23:40') },
        starts: '2026-02-14T23:50',
        stage: 'measures',
        outcome: 'taken',
        inTime: '2026-02-15T03:39:59',
        late: '2026-02-15T03:40',
      },
      wholeDays(
        'dq-licence-catch-up',
        'receive:received',
        '第十五条 接收通知，本系统规则1个工作日',
        BEFORE_MAY,
        may(1),
        {
          after: 'notify:notified receive:received',
        },
      ),
      wholeDays(
        'dq-licence-catch-up',
        'clear:cleared',
        '第十五条 排除故障，本系统规则5个工作日',
        BEFORE_SPRING,
        spring(5),
        {
          after: 'measures:taken',
        },
      ),
      wholeDays(
        'dq-licence-catch-up',
        'catch-up:issued',
        '第十五条 在故障排除后的3个工作日内完成',
        BEFORE_SPRING,
        ['2026-02-25', '2026-02-26'],
        { after: 'measures:taken clear:cleared', facts: { delayed: 'issue' } },
      ),
      wholeDays(
        'dq-licence-catch-up',
        'check:checked',
        '第十五条 核对补办，本系统规则2个工作日',
        BEFORE_MAY,
        may(2),
        {
          after:
            'measures:taken notify:notified receive:received receive:received clear:cleared catch-up:issued',
          facts: { delayed: 'issue' },
        },
      ),
      wholeDays(
        'dq-licence-catalogue',
        'sync:synced',
        '第十一条 同步更新，目标2个工作日',
        BEFORE_SPRING,
        spring(2),
      ),
      wholeDays(
        'dq-licence-catalogue',
        'publish:published',
        '第十一条 集中发布，目标5个工作日',
        BEFORE_MAY,
        may(5),
        {
          after: 'sync:synced',
        },
      ),
      wholeDays(
        'dq-licence-expiry',
        'remind:reminded',
        '第二十条 到期提醒，目标1个工作日',
        BEFORE_SPRING,
        spring(1),
        { clock: 'remind' },
      ),
      wholeDays(
        'dq-licence-expiry',
        'remind:reminded',
        '第二十条 到期前送达提醒，目标为到期日（到期日在春节假期内，不移动）',
        BEFORE_SPRING,
        ['2026-02-17', '2026-02-18'],
        { clock: 'expiry', facts: { expiresOn: '2026-02-17' } },
      ),
      wholeDays(
        'dq-licence-sync',
        'sync:cancelled',
        '第十三条 同步，目标纸质证照办理后1个工作日',
        '2026-05-06T09:00',
        may(1),
        { facts: { matter: 'cancellation', happenedAt: at('2026-04-30T16:00') } },
      ),
      wholeDays(
        'dq-licence-sync',
        'sync:issued',
        '第十四条 既有纸质证照逐步电子化，目标20个工作日',
        BEFORE_SPRING,
        ['2026-03-19', '2026-03-20'],
        { facts: { matter: 'backlog' } },
      ),
      wholeDays(
        'dq-responsible-filing',
        'check:file',
        '第二十三条 备案核对，目标5个工作日',
        BEFORE_SPRING,
        spring(5),
      ),
    ],
  },
];
