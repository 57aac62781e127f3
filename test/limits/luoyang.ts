import { limitTable } from '../support/limit-table.ts';
import { group, type LimitGroup } from '../support/limits.ts';
import { at } from '../support/pure-case.ts';

// Into the Spring Festival (off 15–23 Feb, make-up Sat 14 and 28 Feb), Labour Day (off 1–5 May, make-up Sat 9 May), Mid-Autumn
// (off 25–27 Sep) and National Day (off 1–7 Oct, make-up Sat 10 Oct).
const SPRING = '2026-02-12T10:00';
const LABOUR = '2026-04-29T16:30';
const AUTUMN = '2026-09-23T09:00';
const NATIONAL = '2026-09-30T17:00';

export const luoyangLimits: LimitGroup[] = [
  {
    title: 'LY-E 第十三条、LY-D 第二十七条 政务数据共享',
    rows: limitTable('ly-share', [
      ['LY-E 第十三条 组织审核，目标2个工作日', SPRING, 'review:pass', '2026-02-14'],
      ['LY-E 第十三条 征求意见，目标3个工作日', SPRING, 'review:pass ask-provider:agree', '2026-02-24'],
      [
        'LY-E 第十三条 反馈结果，目标1个工作日',
        NATIONAL,
        'review:pass ask-provider:agree tell-consent:told',
        '2026-10-08',
      ],
      ['LY-E 第十三条 反馈不予共享，目标1个工作日', LABOUR, 'review:refuse tell-refusal:told', '2026-04-30'],
      [
        'LY-D 第二十七条 协调处理，目标5个工作日，双方都办结为止',
        LABOUR,
        'review:refuse tell-refusal:objected coordinate:agreed coordinate:agreed',
        '2026-05-09',
      ],
      [
        'LY-D 第二十七条 协调授权范围，目标5个工作日，双方都办结为止',
        AUTUMN,
        'review:pass ask-provider:agree tell-consent:objected coordinate-scope:agreed coordinate-scope:agreed',
        '2026-10-08',
      ],
      [
        'LY-E 第十三条 共享应用，目标2个工作日',
        AUTUMN,
        'review:pass ask-provider:agree tell-consent:told share:done',
        '2026-09-28',
      ],
    ]),
  },
  {
    title: 'LY-D 第十九条 校核，第三十二条、第三十三条 开放',
    rows: [
      ...limitTable('ly-correction', [
        ['第十九条 收到申请之日起10个工作日', LABOUR, 'verify:corrected', '2026-05-15'],
        [
          '第十九条 收到申请之日起10个工作日：窗口收到在先，登记在后',
          '2026-02-24T09:00',
          'verify:corrected',
          '2026-03-04',
          { facts: { receivedAt: at('2026-02-12T10:00') } },
        ],
      ]),
      ...limitTable('ly-open-request', [
        [
          '第三十三条第三款 身份认证，目标15分钟',
          '2026-02-16T23:50',
          'identify:conditional',
          '2026-02-17T00:05',
        ],
        [
          '第三十三条第二款 收到申请之日起10个工作日内答复',
          AUTUMN,
          'identify:conditional answer:agree',
          '2026-10-14',
        ],
        [
          '第三十三条第三款 直接获取，目标15分钟',
          '2026-02-16T23:50',
          'identify:unconditional provide:done',
          '2026-02-17T00:05',
        ],
        [
          '第三十三条第二款 同意的应当予以开放，目标2个工作日',
          NATIONAL,
          'identify:conditional answer:agree provide:done',
          '2026-10-09',
        ],
      ]),
      ...limitTable('ly-open-catalogue-objection', [
        ['第三十二条第三款 收到申请之日起10个工作日内答复', SPRING, 'answer:agree', '2026-03-04'],
        ['第三十二条第三款 提请变更目录，目标5个工作日', AUTUMN, 'answer:agree change:changed', '2026-10-08'],
      ]),
    ],
  },
  {
    title: 'LY-D 第十二条至第十四条 目录',
    rows: [
      ...limitTable('ly-catalogue-update', [
        [
          '第十四条第一款 变更之日起10个工作日内申请',
          '2026-09-28T09:00',
          'apply:applied',
          '2026-10-14',
          { facts: { changedAt: at(AUTUMN) } },
        ],
        [
          '第十四条第二款 收到更新申请之日起5个工作日内审核',
          LABOUR,
          'apply:applied review:refuse',
          '2026-05-09',
        ],
        [
          '第十四条第一款 退回修改，本系统规则5个工作日',
          LABOUR,
          'apply:applied review:return revise:revised',
          '2026-05-09',
        ],
        [
          '第十四条第二款 修改后的申请重新计5个工作日',
          LABOUR,
          'apply:applied review:return revise:revised review:refuse',
          '2026-05-09',
        ],
        [
          '第十四条第二款 5个工作日内审核、更新并同步更新责任清单',
          LABOUR,
          'apply:applied review:pass update:updated',
          '2026-05-09',
          { clock: 'review' },
        ],
      ]),
      ...['ly-catalogue-compile', 'ly-demand-list'].flatMap((id) =>
        limitTable(id, [
          ['第十二条第三款 审核，目标10个工作日', SPRING, 'review:pass', '2026-03-04'],
          ['第十二条 退回修改，本系统规则5个工作日', SPRING, 'review:return revise:done', '2026-02-26'],
          ['第十二条第三款 汇总，目标5个工作日', NATIONAL, 'review:pass gather:done', '2026-10-13'],
        ]),
      ),
      ...limitTable('ly-responsibility-list', [
        ['第十三条 分解责任清单，目标10个工作日', LABOUR, 'divide:divided', '2026-05-15'],
        ['第十三条 签收，本系统规则5个工作日', LABOUR, 'divide:divided take-over:taken', '2026-05-09'],
      ]),
    ],
  },
  group('LY-E 第二十一条、LY-D 第四十四条 事件', () => {
    const found = { facts: { foundAt: at('2026-02-16T23:50') } };
    const night = '2026-02-16T23:55';
    return limitTable('ly-incident', [
      ['LY-D 第四十四条 立即启动应急响应，目标15分钟', night, 'respond:started', '2026-02-17T00:05', found],
      [
        'LY-D 第四十四条 及时采取应急措施，目标30分钟',
        night,
        'respond:started contain:contained',
        '2026-02-17T00:25',
        found,
      ],
      ['LY-E 第二十一条 立即报告，目标15分钟', night, 'report:reported', '2026-02-17T00:05', found],
      [
        'LY-E 第二十一条 接报，本系统规则30分钟',
        night,
        'report:reported receive:received',
        '2026-02-17T00:25',
        found,
      ],
      [
        'LY-E 第二十一条 结案报告，本系统规则5个工作日',
        SPRING,
        'respond:started contain:contained report:reported receive:received close:filed',
        '2026-02-26',
      ],
    ]);
  }),
  {
    title: 'LY 第四项，LY-D 第四十六条、第四十七条：dated, and not moved off a rest day',
    rows: [
      ...limitTable('ly-monthly-progress', [
        ['第四项 每月25日前（10月25日是星期日）', '2026-10-01T00:00', 'perform:done', '2026-10-25'],
        [
          '第四项 年底前报告全年落实情况',
          '2026-12-01T00:00',
          'report-year:done',
          '2026-12-31',
          { facts: { period: '2026-12' } },
        ],
        ['第四项 接收，本系统规则5个工作日', AUTUMN, 'perform:done receive:received', '2026-10-08'],
        [
          '第四项 退回补充，本系统规则5个工作日',
          AUTUMN,
          'perform:done receive:incomplete complete:done',
          '2026-10-08',
        ],
      ]),
      ...limitTable('ly-annual-department', [
        ['第四十七条第一款 每年1月底前（31日是星期六）', '2026-01-01T00:00', 'perform:done', '2026-01-31'],
        ['第四十七条 接收，本系统规则5个工作日', SPRING, 'perform:done receive:received', '2026-02-26'],
        [
          '第四十七条 退回补充，本系统规则5个工作日',
          SPRING,
          'perform:done receive:incomplete complete:done',
          '2026-02-26',
        ],
      ]),
      ...limitTable('ly-annual-agency', [
        ['第四十七条第二款 每年2月底前', '2026-02-01T00:00', 'perform:done', '2026-02-28'],
        ['第四十七条 接收，本系统规则5个工作日', SPRING, 'perform:done receive:received', '2026-02-26'],
        [
          '第四十七条 退回补充，本系统规则5个工作日',
          SPRING,
          'perform:done receive:incomplete complete:done',
          '2026-02-26',
        ],
      ]),
      ...limitTable('ly-evaluation', [
        ['第四十六条 每年', '2026-01-01T00:00', 'perform:done', '2026-12-31'],
        ['第四十六条 接收，本系统规则5个工作日', LABOUR, 'perform:done receive:received', '2026-05-09'],
        [
          '第四十六条 退回补充，本系统规则5个工作日',
          LABOUR,
          'perform:done receive:incomplete complete:done',
          '2026-05-09',
        ],
      ]),
    ],
  },
];
