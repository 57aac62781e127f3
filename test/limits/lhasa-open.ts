import type { LimitGroup } from '../support/limits.ts';
import { at } from '../support/pure-case.ts';
import { wholeDays } from '../support/whole-days.ts';

/**
 * Lhasa in 2026: off 15–26 February (Spring Festival and Losar), Saturdays 14 and 28 February worked; 4–6 April off; 1–5 May off and
 * Saturday 9 May worked; 19–21 June off; 25–27 September and 1–7 October off, Sunday 20 September and Saturday 10 October worked.
 * From Friday 13 February the working days are 14, 27, 28 February, 2, 3, 4, 5, 6, 9, 10 March and so on.
 */
const BEFORE_LOSAR = '2026-02-13T10:00';
const LOSAR: Record<number, [string, string]> = {
  1: ['2026-02-14', '2026-02-15'],
  2: ['2026-02-27', '2026-02-28'],
  3: ['2026-02-28', '2026-03-01'],
  5: ['2026-03-03', '2026-03-04'],
  10: ['2026-03-10', '2026-03-11'],
  20: ['2026-03-24', '2026-03-25'],
};
/** From Thursday 30 April: 6, 7, 8, 9, 11, 12, 13, 14, 15, 18 May. */
const BEFORE_MAY = '2026-04-30T16:00';
const MAY: Record<number, [string, string]> = {
  1: ['2026-05-06', '2026-05-07'],
  2: ['2026-05-07', '2026-05-08'],
  5: ['2026-05-11', '2026-05-12'],
  10: ['2026-05-18', '2026-05-19'],
};
const losar = (days: number): [string, string] => LOSAR[days] ?? ['', ''];
const may = (days: number): [string, string] => MAY[days] ?? ['', ''];

export const lhasaOpenLimits: LimitGroup[] = [
  {
    title: '拉萨市政务数据资源共享管理暂行办法：目录与开放',
    rows: [
      wholeDays(
        'ls-catalogue-update',
        'update:updated',
        '第七条 自修订或变化之日起7个工作日内更新（2月10日变化，12日提出）',
        '2026-02-12T09:00',
        ['2026-03-02', '2026-03-03'],
        { facts: { changedAt: at('2026-02-10T18:00') } },
      ),
      wholeDays(
        'ls-catalogue-update',
        'update:updated',
        '第七条 首次编目，比照更新，目标7个工作日',
        '2026-02-12T09:00',
        ['2026-03-04', '2026-03-05'],
        { facts: { op: 'add', first: true } },
      ),
      wholeDays(
        'ls-catalogue-update',
        'collect:collected',
        '第六条 汇总形成全市目录，目标5个工作日',
        BEFORE_LOSAR,
        losar(5),
        { after: 'update:updated' },
      ),
      wholeDays(
        'ls-open-publish',
        'secrecy:pass',
        '第三十九条第二款 保密审查，目标2个工作日',
        BEFORE_LOSAR,
        losar(2),
      ),
      wholeDays(
        'ls-open-publish',
        'consent:agree',
        '第二十九条 数据提供部门同意，目标3个工作日',
        BEFORE_LOSAR,
        losar(3),
        { after: 'secrecy:pass', facts: { way: 'platform' } },
      ),
      wholeDays(
        'ls-open-publish',
        'review:pass',
        '第二十九条 市大数据局审核，目标5个工作日',
        BEFORE_LOSAR,
        losar(5),
        {
          after: 'secrecy:pass',
          facts: { way: 'upload' },
        },
      ),
      wholeDays(
        'ls-open-publish',
        'publish:published',
        '第二十九条 发布，目标1个工作日',
        BEFORE_MAY,
        may(1),
        {
          after: 'secrecy:pass review:pass',
          facts: { way: 'social' },
        },
      ),
      wholeDays('ls-open-request', 'answer:opened', '第三十条 答复，目标10个工作日', BEFORE_LOSAR, losar(10)),
      wholeDays(
        'ls-open-request',
        'answer:opened',
        '第三十条 答复，目标10个工作日：窗口收到在先（2月10日），登记在后',
        BEFORE_LOSAR,
        ['2026-03-05', '2026-03-06'],
        { facts: { filedBy: 'window', receivedAt: at('2026-02-10T18:00') } },
      ),
      wholeDays(
        'ls-open-request',
        'consider-at-window:accept',
        '第三十条 窗口登记接受或申请复核，本系统规则10个工作日',
        BEFORE_MAY,
        may(10),
        { after: 'answer:opened', facts: { filedBy: 'window' } },
      ),
      wholeDays(
        'ls-open-request',
        'consider:accept',
        '第三十条 接受或申请复核，本系统规则10个工作日',
        BEFORE_MAY,
        may(10),
        {
          after: 'answer:opened',
        },
      ),
      wholeDays(
        'ls-open-request',
        'recheck:upheld',
        '第三十条 复核，目标10个工作日',
        BEFORE_LOSAR,
        losar(10),
        {
          after: 'answer:refused consider:recheck',
        },
      ),
      wholeDays(
        'ls-open-request',
        'answer-anew:opened',
        '第三十条 按复核开放，目标5个工作日',
        BEFORE_MAY,
        may(5),
        {
          after: 'answer:refused consider:recheck recheck:changed',
        },
      ),
      wholeDays(
        'ls-data-licence',
        'authorise:authorise',
        '第三十一条 双方授权，目标10个工作日',
        BEFORE_LOSAR,
        losar(10),
        {
          after: 'authorise:authorise',
        },
      ),
      wholeDays(
        'ls-data-licence',
        'sign:signed',
        '第三十一条 签订协议，目标10个工作日',
        BEFORE_MAY,
        may(10),
        {
          after: 'authorise:authorise authorise:authorise',
        },
      ),
      wholeDays(
        'ls-data-licence',
        'inform:informed',
        '第三十三条 告知相关部门，目标2个工作日',
        BEFORE_LOSAR,
        losar(2),
        {
          after: 'authorise:authorise authorise:authorise sign:signed',
        },
      ),
      wholeDays(
        'ls-data-licence',
        'report:reported',
        '第三十一条第二款、第三十五条 定期报告，目标每6个月（10月3日在假期，顺延至10月8日）',
        '2026-04-03T10:00',
        ['2026-10-08', '2026-10-09'],
        { after: 'authorise:authorise authorise:authorise sign:signed' },
      ),
      wholeDays(
        'ls-data-licence',
        'report-at-window:reported',
        '第三十一条第二款、第三十五条 经窗口定期报告，目标每6个月',
        '2026-04-03T10:00',
        ['2026-10-08', '2026-10-09'],
        {
          after: 'authorise:authorise authorise:authorise sign:signed',
          facts: { filedBy: 'window' },
        },
      ),
      wholeDays(
        'ls-data-licence',
        'supervise:expire',
        '第三十一条 监管，目标10个工作日',
        BEFORE_LOSAR,
        losar(10),
        {
          after: 'authorise:authorise authorise:authorise sign:signed inform:informed report:reported',
        },
      ),
      wholeDays(
        'ls-invalid-open-data',
        'mark:marked',
        '第三十七条 标识，目标1个工作日，自失效起算（2月13日失效，14日提出）',
        '2026-02-14T09:00',
        losar(1),
        { facts: { invalidAt: at('2026-02-13T18:00') } },
      ),
      wholeDays(
        'ls-invalid-open-data',
        'announce:announced',
        '第三十七条 公告，目标1个工作日',
        BEFORE_MAY,
        may(1),
        {
          after: 'mark:marked',
        },
      ),
      wholeDays(
        'ls-publication-secrecy',
        'decide:approve',
        'LS-N 第十七条 保密审查，目标5个工作日',
        BEFORE_LOSAR,
        losar(5),
      ),
    ],
  },
];
