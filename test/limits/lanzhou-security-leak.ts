import { limitTable } from '../support/limit-table.ts';
import { group, type LimitGroup } from '../support/limits.ts';
import { at } from '../support/pure-case.ts';

/** The night of New Year's Eve: limits in minutes and hours run round the clock. */
const NIGHT = '2026-02-16T23:50';
/** Found before it is filed, so that a limit counted from the filing instead shows. */
const found = { foundAt: at('2026-02-16T23:45') };
/** Friday; Saturday the 14th is worked, the Spring Festival is off from the 15th to the 23rd, Saturday the 28th is worked. */
const FRIDAY = '2026-02-13T09:30';
/** Thursday; Labour Day is off from the 1st to the 5th of May, Saturday the 9th is worked. */
const APRIL = '2026-04-30T17:00';

export const lanzhouSecurityLeakLimits: LimitGroup[] = [
  group('第一百六十八条（四）网上泄密', () => {
    const on = { facts: { ...found, level: 'I' } };
    const LEAD = 'call-lead:told';
    const BACK = `cut:done ${LEAD} call-office:told delete:done trace:done appraise:secret reconnect:done`;
    const SUMMARY = `notify:self ${BACK} summarise:done`;
    const HEARD = 'report-head:heard report-department:heard report-office:heard';
    const FILED = `${SUMMARY} investigate:done ${HEARD}`;
    return limitTable('lz-incident-leak', [
      ['第一百六十八条 及时通知单位领导，目标30分钟', NIGHT, 'notify:self', '2026-02-17T00:15', on],
      ['第一百六十八条 现场指挥，目标1个工作日', FRIDAY, 'notify:command command:done', '2026-02-14'],
      ['（四）1 立即切断，目标15分钟', NIGHT, 'cut:done', '2026-02-17T00:00', on],
      ['（四）1 立即通报负责人，目标15分钟', NIGHT, LEAD, '2026-02-17T00:00', on],
      ['（四）1 立即报告党工委办公室，目标15分钟', NIGHT, 'call-office:told', '2026-02-17T00:00', on],
      ['（四）2 立即安排删除，目标15分钟', NIGHT, `${LEAD} delete:done`, '2026-02-17T00:05'],
      ['（四）1、2 追查，目标1个工作日', FRIDAY, `${LEAD} trace:done`, '2026-02-14'],
      ['（四）3 密级鉴定，目标3个工作日', FRIDAY, 'call-office:told appraise:secret', '2026-02-25'],
      [
        '（四）3 查处，目标10个工作日',
        FRIDAY,
        'call-office:told appraise:secret investigate:done',
        '2026-03-05',
      ],
      ['（四）1 恢复网络连接，本系统规则4小时', NIGHT, BACK, '2026-02-17T03:50'],
      ['（四）4 总结，目标3个工作日', FRIDAY, SUMMARY, '2026-02-25'],
      ['（四）4 报单位领导，目标1个工作日', FRIDAY, `${SUMMARY} report-head:heard`, '2026-02-14'],
      [
        '（四）4 报主管部门，目标1个工作日',
        FRIDAY,
        `${SUMMARY} report-head:heard report-department:heard`,
        '2026-02-14',
        on,
      ],
      ['（四）4 报管委会办公室，目标1个工作日', FRIDAY, `${SUMMARY} ${HEARD}`, '2026-02-14', on],
      ['（四）4 备案，目标3个工作日', FRIDAY, `${FILED} file:filed`, '2026-02-25', on],
      ['第一百六十九条 评估，目标10个工作日', APRIL, `${FILED} file:review review:done`, '2026-05-18', on],
      [
        '第一百六十九条 整改，目标20个工作日',
        APRIL,
        `${FILED} file:review review:done improve:done`,
        '2026-06-01',
        on,
      ],
    ]);
  }),
];
