import { limitTable } from '../support/limit-table.ts';
import { group, type LimitGroup } from '../support/limits.ts';
import { at } from '../support/pure-case.ts';

const NIGHT = '2026-02-16T23:50';
/** Found before it is filed, so that a limit counted from the filing instead shows. */
const found = { foundAt: at('2026-02-16T23:45') };
const of = (facts: Record<string, string>) => ({ facts: { ...found, ...facts } });
const at30 = '2026-02-17T00:20';
const foundAt30 = '2026-02-17T00:15';
const at4h = '2026-02-17T03:50';
/** Wednesday; off from the 1st to the 7th of October, Saturday the 10th is worked. */
const DAY = '2026-09-30T09:30';
/** Friday; Saturday the 14th is worked, off from the 15th to the 23rd, Saturday the 28th is worked. */
const FRIDAY = '2026-02-13T09:30';

export const lanzhouSecurityFaultLimits: LimitGroup[] = [
  group('第八十五条 平台遭受攻击', () => {
    const attack = { facts: { ...found, kind: 'attack' } };
    const leak = { facts: { ...found, kind: 'leak' } };
    const SAFE = 'report:reported isolate:done direct:handled';
    return limitTable('lz-platform-attack', [
      ['第八十五条 立即汇报，目标15分钟', NIGHT, 'report:reported', '2026-02-17T00:00', attack],
      ['第八十五条 泄露及时上报，目标30分钟', NIGHT, 'report:reported', foundAt30, leak],
      ['第八十五条 及时隔离，目标30分钟', NIGHT, 'isolate:done', foundAt30, attack],
      [
        '第八十五条 保密部门处置，本系统规则1个工作日',
        FRIDAY,
        'report-secrecy:reported secrecy:handled',
        '2026-02-14',
        leak,
      ],
      ['第八十五条 泄露及时上报保密部门，目标30分钟', NIGHT, 'report-secrecy:reported', foundAt30, leak],
      [
        '第八十五条 隔离时才发现泄露的，隔离后目标30分钟',
        NIGHT,
        'isolate:done report-secrecy:reported',
        at30,
        { facts: { ...attack.facts, leaked: true } },
      ],
      ['第八十五条 管理单位处置，本系统规则1个工作日', FRIDAY, SAFE, '2026-02-14'],
      ['第八十五条 总结，本系统规则3个工作日', FRIDAY, `${SAFE} summarise:filed`, '2026-02-25'],
    ]);
  }),
  group('第九十六条至第一百条 平台故障', () => {
    const core = { facts: { foundAt: at('2026-09-29T20:00'), faultKind: 'core' } };
    const front = { facts: { foundAt: at('2026-09-29T20:00'), faultKind: 'front' } };
    const problem = { facts: { foundAt: at('2026-09-29T20:00'), faultKind: 'problem' } };
    const exchange = { facts: { foundAt: at('2026-09-29T20:00'), faultKind: 'exchange' } };
    const night = (faultKind: string) => ({ facts: { ...found, faultKind } });
    const ORDINARY = 'deploy:not-grave';
    const PLAN = 'repair:not-soon plan:drawn';
    const REPORT = 'inform:informed coordinate:received repair:repaired report:submitted';
    return [
      ...limitTable('lz-platform-fault', [
        ['第九十七条 及时通报，目标30分钟', NIGHT, 'inform:informed', foundAt30, night('core')],
        ['第九十七条 及时通报，目标30分钟（前置）', NIGHT, 'inform:informed', foundAt30, night('front')],
        ['第九十八条 立即上报，目标15分钟', NIGHT, 'record:reported', '2026-02-17T00:00', night('exchange')],
        [
          '第九十八条 立即上报，目标15分钟（门户）',
          NIGHT,
          'record:reported',
          '2026-02-17T00:00',
          night('portal'),
        ],
        [
          '第九十七条 接收通报，本系统规则30分钟',
          NIGHT,
          'inform:informed coordinate:received',
          at30,
          night('core'),
        ],
        [
          '第九十八条 协调运维单位，目标30分钟',
          NIGHT,
          'record:reported coordinate:received',
          at30,
          night('exchange'),
        ],
        ['第九十四条 及时处理反馈的问题，目标1个工作日', DAY, 'repair:solved', '2026-09-30', problem],
        ['第九十七条 恢复不超过3个工作日', DAY, 'repair:repaired', '2026-10-09', core],
        ['第九十七条 恢复不超过3个工作日（前置）', DAY, 'repair:repaired', '2026-10-09', front],
        ['第九十八条 排除，目标3个工作日', DAY, 'repair:repaired', '2026-10-09', exchange],
        [
          '第九十七条 启动应急方案后仍为3个工作日',
          DAY,
          'repair:not-soon recover:repaired',
          '2026-10-09',
          { ...core, clock: 'repair' },
        ],
        ['第九十九条 应急方案，目标4小时', NIGHT, PLAN, at4h],
        ['第九十九条 同意，目标4小时', NIGHT, `${PLAN} agree:agree`, at4h],
        ['第九十九条 启动，目标30分钟', NIGHT, `${PLAN} agree:agree start-plan:started`, at30],
        ['第九十九条 故障处理报告，目标3个工作日', DAY, 'repair:repaired report:submitted', '2026-10-10'],
        ['第九十九条 接收报告，本系统规则3个工作日', DAY, `${REPORT} accept:accepted`, '2026-10-10', core],
      ]),
      ...limitTable('lz-platform-fault-grave', [
        ['第一百条 统一部署，目标30分钟', NIGHT, 'deploy:deployed', at30],
        ['第一百条 排除，目标1个工作日', DAY, 'deploy:deployed handle:recovered', '2026-10-08'],
        [
          '第九十七条 恢复不超过3个工作日（严重故障）',
          DAY,
          'deploy:deployed handle:recovered',
          '2026-10-09',
          { ...core, clock: 'recovery' },
        ],
        ['第一百条 处理业务，目标1个工作日', DAY, 'deploy:deployed business:done', '2026-10-08'],
        [
          '第一百条 公布，目标3个工作日',
          DAY,
          'deploy:deployed handle:recovered handling-report:submitted business:done publish:published',
          '2026-10-10',
        ],
        [
          '第九十九条 故障处理报告，目标3个工作日（严重故障）',
          DAY,
          'deploy:deployed handle:recovered handling-report:submitted',
          '2026-10-10',
        ],
        ['第九十七条 转为一般故障，仍为3个工作日', DAY, `${ORDINARY} repair:repaired`, '2026-10-09', core],
        [
          '第九十八条 转为一般故障，目标3个工作日',
          DAY,
          `${ORDINARY} repair:repaired`,
          '2026-10-09',
          exchange,
        ],
        ['第九十九条 应急方案，目标4小时', NIGHT, `${ORDINARY} ${PLAN}`, at4h],
        ['第九十九条 同意，目标4小时', NIGHT, `${ORDINARY} ${PLAN} agree:agree`, at4h],
        ['第九十九条 启动，目标30分钟', NIGHT, `${ORDINARY} ${PLAN} agree:agree start-plan:started`, at30],
        [
          '第九十九条 故障处理报告，目标3个工作日',
          DAY,
          `${ORDINARY} repair:repaired report:submitted`,
          '2026-10-10',
        ],
        [
          '第九十九条 接收报告，本系统规则3个工作日',
          DAY,
          `${ORDINARY} repair:repaired report:submitted accept:accepted`,
          '2026-10-10',
        ],
      ]),
    ];
  }),
  group('第一百五十二条 补办，第三十五条、第一百三十二条 故障，第一百零二条、第一百三十九条 丢失', () => {
    const issue = { facts: { delayed: 'issue' } };
    const cleared = { facts: { clearedAt: at('2026-09-29T20:00'), ...issue.facts } };
    const CAUGHT = 'measures:reported receive:received clear:cleared catch-up:issued';
    return [
      ...limitTable('lz-licence-catch-up', [
        ['第一百五十二条 同步上报，目标30分钟', NIGHT, 'measures:reported', foundAt30, { facts: found }],
        ['第一百五十二条 接收报告，目标1个工作日', DAY, 'measures:reported receive:received', '2026-10-08'],
        [
          '第一百五十二条 故障排除，本系统规则5个工作日',
          DAY,
          'measures:reported clear:cleared',
          '2026-10-13',
        ],
        [
          '第一百五十二条 故障排除后的3个工作日',
          DAY,
          'measures:reported clear:cleared catch-up:issued',
          '2026-10-09',
          cleared,
        ],
        ['第一百五十二条 核对，本系统规则3个工作日', DAY, `${CAUGHT} confirm:confirmed`, '2026-10-10', issue],
      ]),
      ...limitTable('lz-network-fault', [
        ['第三十五条 自查处置，目标4小时', NIGHT, 'self-check:cannot', '2026-02-17T03:45', { facts: found }],
        ['第三十五条 及时上报，目标30分钟', NIGHT, 'self-check:cannot report:reported', at30],
        ['第七条第四项 及时报送，目标30分钟', NIGHT, 'report:reported', foundAt30, of({ network: 'elte' })],
        [
          '第三十五条 协调处理，目标30分钟',
          NIGHT,
          'self-check:cannot report:reported coordinate:coordinated',
          at30,
        ],
        [
          '第三十五条 排除，目标1个工作日',
          DAY,
          'self-check:cannot report:reported coordinate:coordinated repair:recovered',
          '2026-10-08',
        ],
      ]),
      ...limitTable('lz-service-fault', [
        ['第一百三十二条 及时上报，目标30分钟', NIGHT, 'report:reported', foundAt30, { facts: found }],
        ['第一百三十二条 处理，目标1个工作日', DAY, 'report:reported repair:handled', '2026-10-08'],
        [
          '第一百三十二条 严重的由中心和主管部门接报，本系统规则30分钟',
          NIGHT,
          'report:reported grave:received grave:received',
          at30,
          { facts: { grave: true } },
        ],
        [
          '第一百三十二条 确认，本系统规则5个工作日',
          DAY,
          'report:reported repair:handled close:filed',
          '2026-10-13',
          { facts: { grave: false } },
        ],
      ]),
      ...limitTable('lz-lost-credentials', [
        [
          '第一百零二条 及时上报，目标30分钟',
          NIGHT,
          'report:reported',
          foundAt30,
          of({ credential: 'account' }),
        ],
        ['第一百三十九条 报告，目标30分钟', NIGHT, 'report:reported', foundAt30, of({ credential: 'seal' })],
        [
          '第一百零二条 处理，目标1个工作日',
          DAY,
          'report:reported account:handled',
          '2026-10-08',
          { facts: { credential: 'account' } },
        ],
        [
          '第一百三十九条 处理，目标1个工作日',
          DAY,
          'report:reported seal:handled',
          '2026-10-08',
          { facts: { credential: 'seal' } },
        ],
        [
          '第一百零二条 确认，本系统规则5个工作日',
          DAY,
          'report:reported seal:handled close:filed',
          '2026-10-13',
          { facts: { credential: 'seal' } },
        ],
      ]),
    ];
  }),
  group('LZ-D 第三十四条，LZ-P 第十九条、第二十一条、第四十二条、第四十四条 报告', () => {
    const elte = { facts: { network: 'elte' } };
    const extranet = { facts: { network: 'extranet' } };
    const JOINT = 'joint-elte:handled joint-elte:handled joint-elte:handled';
    return [
      ...limitTable('lz-security-problem', [
        ['LZ-D 第三十四条 及时报告，目标30分钟', NIGHT, 'report:reported', foundAt30, { facts: found }],
        ['LZ-D 第三十四条 处置，目标3个工作日', DAY, 'report:reported handle:handled', '2026-10-10'],
        [
          'LZ-D 第三十四条 归档，本系统规则5个工作日',
          DAY,
          'report:reported handle:handled close:filed',
          '2026-10-13',
        ],
      ]),
      ...limitTable('lz-harmful-information', [
        ['第二十一条 及时报告，目标30分钟', NIGHT, 'report:reported', foundAt30, of({ network: 'elte' })],
        ['第四十四条 及时报告，目标30分钟', NIGHT, 'report:reported', foundAt30, of({ network: 'extranet' })],
        ['第二十一条 处置，目标1个工作日', DAY, 'report:reported handle-elte:handled', '2026-10-08', elte],
        [
          '第四十四条 处置，目标1个工作日',
          DAY,
          'report:reported handle-extranet:handled',
          '2026-10-08',
          extranet,
        ],
        [
          '第四十四条 归档，本系统规则5个工作日',
          DAY,
          'report:reported handle-extranet:handled close:filed',
          '2026-10-13',
          extranet,
        ],
      ]),
      ...limitTable('lz-joint-attack', [
        ['第十九条 通知，目标30分钟', NIGHT, 'report:reported', foundAt30, of({ network: 'elte' })],
        ['第四十二条 通知，目标30分钟', NIGHT, 'report:reported', foundAt30, of({ network: 'extranet' })],
        ['第十九条 共同处置，目标1个工作日', DAY, `report:reported ${JOINT}`, '2026-10-08', elte],
        [
          '第四十二条 共同处置，目标1个工作日',
          DAY,
          'report:reported joint-extranet:handled joint-extranet:handled',
          '2026-10-08',
          extranet,
        ],
        [
          '第四十二条 归档，本系统规则5个工作日',
          DAY,
          `report:reported ${JOINT} close:filed`,
          '2026-10-13',
          elte,
        ],
      ]),
    ];
  }),
];
