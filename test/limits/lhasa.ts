import type { LimitGroup } from '../support/limits.ts';
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

export const lhasaLimits: LimitGroup[] = [
  {
    title: '拉萨市政务数据资源共享管理暂行办法：共享与复核',
    rows: [
      wholeDays(
        'ls-share-unconditional',
        'open-access:opened',
        '第十九条第一款 开放访问权限，目标2个工作日',
        BEFORE_LOSAR,
        losar(2),
      ),
      wholeDays(
        'ls-share-conditional',
        'authorise:approve',
        '第十九条第二款 审核工作应在5个工作日内完成',
        BEFORE_LOSAR,
        losar(5),
      ),
      wholeDays(
        'ls-share-conditional',
        'authorise:refuse',
        '第十九条第二款 审核工作应在5个工作日内完成',
        '2026-02-10T23:59',
        ['2026-02-27', '2026-02-28'],
      ),
      wholeDays(
        'ls-share-conditional',
        'open-access:opened',
        '第十九条第二款 授权后开放权限，目标2个工作日',
        BEFORE_MAY,
        may(2),
        { after: 'authorise:approve' },
      ),
      wholeDays(
        'ls-share-restricted',
        'negotiate:agreed',
        '第十九条第三款 双方协商，目标5个工作日',
        BEFORE_LOSAR,
        losar(5),
        { after: 'negotiate:agreed' },
      ),
      wholeDays(
        'ls-share-restricted',
        'refer:referred',
        '第十九条第三款 提请领导小组，目标2个工作日',
        BEFORE_LOSAR,
        losar(2),
        { after: 'negotiate:failed' },
      ),
      wholeDays(
        'ls-share-restricted',
        'coordinate:share',
        '第十九条第三款 领导小组协调，目标10个工作日',
        BEFORE_LOSAR,
        losar(10),
        { after: 'negotiate:failed refer:referred' },
      ),
      wholeDays(
        'ls-share-restricted',
        'authorise:approve',
        '第二十二条 核定授权，目标2个工作日',
        BEFORE_MAY,
        may(2),
        { after: 'negotiate:agreed negotiate:agreed' },
      ),
      wholeDays(
        'ls-share-restricted',
        'open-access:opened',
        '第十九条 开放权限，目标2个工作日',
        BEFORE_LOSAR,
        losar(2),
        { after: 'negotiate:agreed negotiate:agreed authorise:approve' },
      ),
      wholeDays(
        'ls-share-cross-level',
        'forward:forwarded',
        '第二十条 收集后上报，目标5个工作日',
        BEFORE_MAY,
        may(5),
      ),
      wholeDays(
        'ls-share-cross-level',
        'answer:granted',
        '第二十条 记录上级答复，本系统规则20个工作日',
        BEFORE_LOSAR,
        losar(20),
        { after: 'forward:forwarded' },
      ),
      wholeDays(
        'ls-channel-exception',
        'decide:approve',
        '第十八条第二款 报市大数据局批准，目标5个工作日',
        BEFORE_LOSAR,
        losar(5),
      ),
      wholeDays(
        'ls-legal-basis',
        'examine:founded',
        '第五条（一） 核对依据，目标5个工作日',
        BEFORE_MAY,
        may(5),
      ),
      wholeDays(
        'ls-consent',
        'provide:provided',
        '第二十四条 核对授权并提供，目标2个工作日',
        BEFORE_LOSAR,
        losar(2),
      ),
      wholeDays(
        'ls-enforcement-demand',
        'government:accept',
        '第五十三条 市政府受理，目标5个工作日',
        BEFORE_LOSAR,
        losar(5),
      ),
      wholeDays(
        'ls-enforcement-demand',
        'cooperate:provided',
        '第五十三条 配合，目标2个工作日',
        BEFORE_MAY,
        may(2),
        { after: 'government:accept' },
      ),
      wholeDays(
        'ls-correction',
        'verify:corrected',
        '第二十三条第二款 在5个工作日内对异议数据进行核查',
        BEFORE_LOSAR,
        losar(5),
      ),
      wholeDays(
        'ls-correction',
        'remind:reminded',
        '第二十三条第三款 提醒行政相对人，目标1个工作日',
        BEFORE_LOSAR,
        losar(1),
      ),
      wholeDays(
        'ls-correction',
        'adopt:adopted',
        '第二十三条第二款 采用核查结果，本系统规则2个工作日',
        BEFORE_LOSAR,
        losar(2),
        { after: 'verify:corrected remind:reminded' },
      ),
    ],
  },
];
