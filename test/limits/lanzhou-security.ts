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

export const lanzhouSecurityLimits: LimitGroup[] = [
  {
    title: 'LZ-D 第三十条 无条件共享',
    rows: limitTable('lz-share-unconditional', [
      ['第三十条 审核，目标2个工作日', FRIDAY, 'review:pass', '2026-02-24'],
      ['第三十条 审核通过后2个工作日内交换', APRIL, 'review:pass exchange:done', '2026-05-07'],
    ]),
  },
  group('第一百六十八条（一）病毒爆发、第四十五条 事件报告、第一百六十九条 评估', () => {
    const of = (systemKind: string) => ({ facts: { ...found, systemKind } });
    const CAUSE = { causeFoundAt: at('2026-12-31T23:50') };
    const ALL = 'isolate:done backup:done clean:done restore:done';
    const DONE = `notify:self ${ALL} verify:done reconnect:done`;
    const REPORTED = 'ascertain:found report:reported';
    const HANDLED = `notify:self ${REPORTED} handle:handled`;
    return [
      ...limitTable('lz-incident-virus', [
        ['（一）1 立即切断，目标15分钟', NIGHT, 'isolate:done', '2026-02-17T00:00', of('website')],
        ['（一）2 备份，目标1小时', NIGHT, 'backup:done', '2026-02-17T00:50'],
        ['（一）3 杀毒，目标2小时', NIGHT, 'clean:done', '2026-02-17T01:50'],
        ['（一）4（2） 网站2小时', NIGHT, ALL, '2026-02-17T01:45', of('website')],
        ['（一）4（3） 业务系统4小时', NIGHT, ALL, '2026-02-17T03:45', of('business-system')],
        ['（一）4（3） 办公系统4小时', NIGHT, ALL, '2026-02-17T03:45', of('office-system')],
        [
          '（一）4 立即通报和报告，目标15分钟',
          NIGHT,
          'clean:cannot-clean inform:informed inform:informed',
          '2026-02-17T00:05',
        ],
        ['（一）5 检查完整性，目标4小时', NIGHT, `${ALL} verify:done`, '2026-02-17T03:50'],
        ['（一）6 重新接入，目标4小时', NIGHT, `${ALL} verify:done reconnect:done`, '2026-02-17T03:50'],
        [
          '（一）7 总结，目标3个工作日',
          FRIDAY,
          `${ALL} verify:done reconnect:done summarise:filed`,
          '2026-02-25',
        ],
        [
          '第一百六十八条 及时通知单位领导，目标30分钟',
          NIGHT,
          'notify:self',
          '2026-02-17T00:15',
          of('website'),
        ],
        ['第一百六十八条 现场指挥，目标1个工作日', FRIDAY, 'notify:command command:done', '2026-02-14'],
        ['（一）8 安全加固，目标5个工作日', FRIDAY, `${DONE} summarise:harden harden:done`, '2026-02-27'],
        ['第一百六十九条 评估，目标10个工作日', APRIL, `${DONE} summarise:review review:done`, '2026-05-18'],
        [
          '第一百六十九条 整改，目标20个工作日',
          APRIL,
          `${DONE} summarise:review review:done improve:done`,
          '2026-06-01',
        ],
      ]),
      ...limitTable('lz-incident-report', [
        [
          '第四十五条 初步查明原因，本系统规则4小时',
          NIGHT,
          'ascertain:found',
          '2026-02-17T03:45',
          of('website'),
        ],
        [
          '第四十五条 初步查明原因后半小时内报告',
          '2026-12-31T23:52',
          REPORTED,
          '2027-01-01T00:20',
          { facts: { foundAt: at('2026-12-31T22:00') }, told: { ascertain: CAUSE } },
        ],
        [
          '第二十二条 eLTE无线专网初步查明原因后及时报告，目标30分钟',
          '2026-12-31T23:52',
          REPORTED,
          '2027-01-01T00:20',
          { facts: { foundAt: at('2026-12-31T22:00'), network: 'elte' }, told: { ascertain: CAUSE } },
        ],
        ['第四十五条 处置，本系统规则1个工作日', FRIDAY, `${REPORTED} handle:handled`, '2026-02-14'],
        [
          '第四十五条 总结归档，本系统规则3个工作日',
          FRIDAY,
          `${REPORTED} handle:handled summarise:filed`,
          '2026-02-25',
        ],
        [
          '第一百六十八条 及时通知单位领导，目标30分钟',
          NIGHT,
          'notify:self',
          '2026-02-17T00:15',
          of('website'),
        ],
        ['第一百六十八条 现场指挥，目标1个工作日', FRIDAY, 'notify:command command:done', '2026-02-14'],
        [
          '第一百六十八条 安全加固，目标5个工作日',
          FRIDAY,
          `${HANDLED} summarise:harden harden:done`,
          '2026-02-27',
        ],
        [
          '第一百六十九条 评估，目标10个工作日',
          APRIL,
          `${HANDLED} summarise:review review:done`,
          '2026-05-18',
        ],
        [
          '第一百六十九条 整改，目标20个工作日',
          APRIL,
          `${HANDLED} summarise:review review:done improve:done`,
          '2026-06-01',
        ],
      ]),
    ];
  }),
  group('第一百六十八条（二）网页非法篡改', () => {
    const of = (urgent: boolean) => ({ facts: { ...found, urgent, level: 'I' } });
    const CALLED = 'cut-off:done call-lead:told call-office:told call-police:told';
    const CLEAN = `${CALLED} scene:done evidence:done sample:sampled clean:done`;
    const SUMMARY = `notify:self ${CLEAN} relaunch:done summarise:done`;
    const HEARD = 'report-head:heard report-department:heard report-office:heard';
    const FILED = `${SUMMARY} assist:assisted assist:assisted harden:done ${HEARD}`;
    return limitTable('lz-incident-defacement', [
      ['第一百六十八条 及时通知单位领导，目标30分钟', NIGHT, 'notify:self', '2026-02-17T00:15', of(true)],
      ['第一百六十八条 现场指挥，目标1个工作日', FRIDAY, 'notify:command command:done', '2026-02-14'],
      ['（二）1 紧急时及时断网，目标30分钟', NIGHT, 'cut-off:done', '2026-02-17T00:15', of(true)],
      ['（二）1 立即通报负责人，目标15分钟', NIGHT, 'call-lead:told', '2026-02-17T00:00', of(false)],
      [
        '（二）1 断网后再通报，目标15分钟',
        NIGHT,
        'cut-off:done call-lead:told',
        '2026-02-17T00:05',
        of(true),
      ],
      ['（二）1 立即报告公安局，目标15分钟', NIGHT, 'call-police:told', '2026-02-17T00:00', of(false)],
      [
        '（二）1 断网后再报告公安局，目标15分钟',
        NIGHT,
        'cut-off:done call-police:told',
        '2026-02-17T00:05',
        of(true),
      ],
      ['（二）1 立即报告党工委办公室，目标15分钟', NIGHT, 'call-office:told', '2026-02-17T00:00', of(false)],
      [
        '（二）1 断网后再报告党工委办公室，目标15分钟',
        NIGHT,
        'cut-off:done call-office:told',
        '2026-02-17T00:05',
        of(true),
      ],
      ['（二）2 立即赶到现场，目标15分钟', NIGHT, 'call-lead:told scene:done', '2026-02-17T00:05', of(false)],
      [
        '（二）2 保存记录，目标2小时',
        NIGHT,
        'call-lead:told scene:done evidence:done',
        '2026-02-17T01:50',
        of(false),
      ],
      [
        '（二）3、4 公安局提取样本，目标4小时',
        NIGHT,
        `${CALLED} sample:sampled`,
        '2026-02-17T03:50',
        of(true),
      ],
      [
        '（二）3 配合处理，目标4小时',
        NIGHT,
        `${CALLED} assist:assisted assist:assisted`,
        '2026-02-17T03:50',
        of(true),
      ],
      ['（二）4 清理，目标4小时', NIGHT, CLEAN, '2026-02-17T03:50', of(true)],
      ['（二）4 重新投入使用，目标4小时', NIGHT, `${CLEAN} relaunch:done`, '2026-02-17T03:50', of(true)],
      ['（二）5 总结，目标3个工作日', FRIDAY, SUMMARY, '2026-02-25', of(true)],
      ['（二）5 报单位领导，目标1个工作日', FRIDAY, `${SUMMARY} report-head:heard`, '2026-02-14', of(true)],
      [
        '（二）5 报主管部门，目标1个工作日',
        FRIDAY,
        `${SUMMARY} report-head:heard report-department:heard`,
        '2026-02-14',
        of(true),
      ],
      ['（二）5 报管委会办公室，目标1个工作日', FRIDAY, `${SUMMARY} ${HEARD}`, '2026-02-14', of(true)],
      ['（二）5 备案，目标3个工作日', FRIDAY, `${FILED} file:filed`, '2026-02-25', of(true)],
      [
        '（二）6 安全加固，目标5个工作日',
        FRIDAY,
        `${CLEAN} relaunch:done harden:done`,
        '2026-02-27',
        of(true),
      ],
      [
        '第一百六十九条 评估，目标10个工作日',
        APRIL,
        `${FILED} file:review review:done`,
        '2026-05-18',
        of(true),
      ],
      [
        '第一百六十九条 整改，目标20个工作日',
        APRIL,
        `${FILED} file:review review:done improve:done`,
        '2026-06-01',
        of(true),
      ],
    ]);
  }),
  group('第一百六十八条（三）非法入侵', () => {
    const on = { facts: { ...found, level: 'I' } };
    const POLICE = 'call-office:told call-police:told';
    const SCENE = 'call-lead:told scene:done';
    const BUILT = `isolate:done ${POLICE} sample:sampled block:done ${SCENE} evidence:done check:intact rebuild:done`;
    const SUMMARY = `notify:self ${BUILT} summarise:done`;
    const HEARD = 'report-head:heard report-department:heard report-office:heard';
    const FILED = `${SUMMARY} harden:done ${HEARD}`;
    return limitTable('lz-incident-intrusion', [
      ['第一百六十八条 及时通知单位领导，目标30分钟', NIGHT, 'notify:self', '2026-02-17T00:15', on],
      ['第一百六十八条 现场指挥，目标1个工作日', FRIDAY, 'notify:command command:done', '2026-02-14'],
      ['（三）1 立即报告党工委办公室，目标15分钟', NIGHT, 'call-office:told', '2026-02-17T00:00', on],
      ['（三）1 立即通报公安局，目标15分钟', NIGHT, 'call-police:told', '2026-02-17T00:00', on],
      ['（三）2 隔离，目标30分钟', NIGHT, 'isolate:done', '2026-02-17T00:15', on],
      ['（三）3 通知负责人，目标15分钟', NIGHT, 'call-lead:told', '2026-02-17T00:00', on],
      ['（三）3 立即赶到现场，目标15分钟', NIGHT, SCENE, '2026-02-17T00:05'],
      ['（三）3 保存记录，目标2小时', NIGHT, `${SCENE} evidence:done`, '2026-02-17T01:50'],
      ['（三）4 采样，目标4小时', NIGHT, `${POLICE} sample:sampled`, '2026-02-17T03:50'],
      ['（三）4 阻断，目标4小时', NIGHT, `${POLICE} sample:sampled block:done`, '2026-02-17T03:50'],
      ['（三）5 校验，目标1个工作日', FRIDAY, `${SCENE} evidence:done check:stolen`, '2026-02-14'],
      ['（三）6 恢复与重建，目标1个工作日', FRIDAY, BUILT, '2026-02-14'],
      ['（三）7 总结，目标3个工作日', FRIDAY, SUMMARY, '2026-02-25'],
      ['（三）7 报单位领导，目标1个工作日', FRIDAY, `${SUMMARY} report-head:heard`, '2026-02-14'],
      [
        '（三）7 报主管部门，目标1个工作日',
        FRIDAY,
        `${SUMMARY} report-head:heard report-department:heard`,
        '2026-02-14',
        on,
      ],
      ['（三）7 报管委会办公室，目标1个工作日', FRIDAY, `${SUMMARY} ${HEARD}`, '2026-02-14', on],
      ['（三）7 备案，目标3个工作日', FRIDAY, `${FILED} file:filed`, '2026-02-25', on],
      ['（三）8 安全加固，目标5个工作日', FRIDAY, `${BUILT} harden:done`, '2026-02-27'],
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
