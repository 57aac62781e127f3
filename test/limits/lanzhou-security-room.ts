import { limitTable } from '../support/limit-table.ts';
import { group, type LimitGroup } from '../support/limits.ts';
import { at } from '../support/pure-case.ts';

/** The eve of the National Day: limits in minutes and hours run round the clock. */
const NIGHT = '2026-09-30T23:50';
/** Found before it is filed, so that a limit counted from the filing instead shows. */
const on = { facts: { foundAt: at('2026-09-30T23:45'), level: 'I' } };
/** Wednesday; off from the 1st to the 7th of October, Saturday the 10th is worked. */
const DAY = '2026-09-30T09:30';

export const lanzhouSecurityRoomLimits: LimitGroup[] = [
  group('第一百六十八条（五）机房物理环境', () => {
    const of = (accident: string, facts = {}) => ({ facts: { ...on.facts, accident, ...facts } });
    const outage = (local: string) => of('outage', { outageFrom: at(local) });
    const FIRE = 'cut-power:done extinguish:done call-119:called';
    const DONE = 'notify:self cut-power:done repair-power:done restore:done verify:done';
    return [
      ...limitTable('lz-incident-room', [
        ['第一百六十八条 及时通知单位领导，目标30分钟', NIGHT, 'notify:self', '2026-10-01T00:15', on],
        ['第一百六十八条 现场指挥，目标1个工作日', DAY, 'notify:command command:done', '2026-10-08'],
        ['（五） 立即切断电源，目标15分钟', NIGHT, 'cut-power:done', '2026-10-01T00:00', of('fire')],
        [
          '（五）1 及时维修更换，目标4小时',
          NIGHT,
          'cut-power:done repair-power:done',
          '2026-10-01T03:50',
          of('power'),
        ],
        [
          '（五）1 停电及时通知，目标30分钟',
          NIGHT,
          'call-office:told',
          '2026-10-01T00:20',
          outage('2026-09-30T23:40'),
        ],
        [
          '（五）1 停电超过2小时',
          NIGHT,
          'outage:power-back',
          '2026-10-01T01:40',
          { ...outage('2026-09-30T23:40'), clock: 'two-hours' },
        ],
        [
          '（五）1 应急发电车到场，目标30分钟',
          NIGHT,
          'generator:arrived',
          '2026-10-01T00:20',
          outage('2026-09-30T21:50'),
        ],
        [
          '（五）1 恢复供电，目标1个工作日',
          DAY,
          'outage:power-back',
          '2026-10-08',
          { ...outage('2026-09-30T09:30'), clock: 'power-back' },
        ],
        ['（五）2 灭火，目标15分钟', NIGHT, 'extinguish:done', '2026-10-01T00:00', of('fire')],
        ['（五）2 报119，目标15分钟', NIGHT, 'call-119:called', '2026-10-01T00:00', of('fire')],
        [
          '（五）2 先救人，目标15分钟',
          NIGHT,
          'rescue:safe',
          '2026-10-01T00:05',
          of('fire', { trapped: true }),
        ],
        ['（五）2 后救物，目标1个工作日', DAY, `${FIRE} salvage:done`, '2026-10-08', of('fire')],
        [
          '（五）3 更换浸水设备，目标4小时',
          NIGHT,
          'cut-power:done replace-wet:done',
          '2026-10-01T03:50',
          of('water'),
        ],
        [
          '第一百六十九条 恢复，目标1个工作日',
          DAY,
          `${FIRE} salvage:done restore:done`,
          '2026-10-08',
          of('fire'),
        ],
        ['第一百六十九条 核验，本系统规则4小时', NIGHT, DONE, '2026-10-01T03:50', of('power')],
        ['第一百六十九条 评估，目标10个工作日', DAY, `${DONE} review:done`, '2026-10-20', of('power')],
        [
          '第一百六十九条 整改，目标20个工作日',
          DAY,
          `${DONE} review:done improve:done`,
          '2026-11-03',
          of('power'),
        ],
      ]),
    ];
  }),
  group('第一百六十八条（六）网络线路、（七）数据、（八）防盗', () => {
    const KNOWN = { facts: { ...on.facts, part: 'device' } };
    const LEASED = 'diagnose:leased-line call-carrier:done';
    const DEVICE = 'diagnose:device call-office:told mend-device:cannot';
    const OWN = 'notify:self diagnose:own-line go:done mend-line:done';
    const VERIFIED = 'notify:self protect:done locate:data-lost new-device:done restore:done verify:done';
    const SCENE = 'notify:self call-department:told call-police:told keep-scene:done';
    const TAKEN = `${SCENE} inventory:verified inventory:verified`;
    const HANDLED = `${TAKEN} report-up:heard investigate:done`;
    return [
      ...limitTable('lz-incident-network', [
        ['第一百六十八条 及时通知单位领导，目标30分钟', NIGHT, 'notify:self', '2026-10-01T00:15', on],
        ['第一百六十八条 现场指挥，目标1个工作日', DAY, 'notify:command command:done', '2026-10-08'],
        ['（六） 判明故障，目标15分钟', NIGHT, 'diagnose:device', '2026-10-01T00:00', on],
        ['（六）1 立即赶赴现场，目标15分钟', NIGHT, 'diagnose:own-line go:done', '2026-10-01T00:05'],
        ['（六）1 抢修，目标4小时', NIGHT, 'diagnose:own-line go:done mend-line:done', '2026-10-01T03:50'],
        ['（六）1 通知运营商，目标30分钟', NIGHT, LEASED, '2026-10-01T00:20'],
        ['（六）1 运营商抢修，目标4小时', NIGHT, `${LEASED} carrier-mends:cannot`, '2026-10-01T03:50'],
        [
          '（六）1 临时链路，目标1个工作日',
          DAY,
          `${LEASED} carrier-mends:cannot other-line:done`,
          '2026-10-08',
        ],
        ['（六）2 发现设备异常，立即报告，目标15分钟', NIGHT, 'call-office:told', '2026-10-01T00:00', KNOWN],
        [
          '（六）2 判明为设备后立即报告，目标15分钟',
          NIGHT,
          'diagnose:device call-office:told',
          '2026-10-01T00:05',
        ],
        ['（六）2 检测抢修，目标4小时', NIGHT, DEVICE, '2026-10-01T03:50'],
        ['（六）2 严重的及时上报，目标30分钟', NIGHT, `${DEVICE} report-grave:told`, '2026-10-01T00:20'],
        ['（六）2 立即借用或采购，目标15分钟', NIGHT, `${DEVICE} replace:buy`, '2026-10-01T00:05'],
        ['（六）2 更换，目标1个工作日', DAY, `${DEVICE} replace:borrow install:done`, '2026-10-08'],
        ['（六） 总结，本系统规则3个工作日', DAY, `${OWN} summarise:filed`, '2026-10-10'],
        ['第一百六十九条 评估，目标10个工作日', DAY, `${OWN} summarise:review review:done`, '2026-10-20'],
        [
          '第一百六十九条 整改，目标20个工作日',
          DAY,
          `${OWN} summarise:review review:done improve:done`,
          '2026-11-03',
        ],
      ]),
      ...limitTable('lz-incident-data', [
        ['第一百六十八条 及时通知单位领导，目标30分钟', NIGHT, 'notify:self', '2026-10-01T00:15', on],
        ['第一百六十八条 现场指挥，目标1个工作日', DAY, 'notify:command command:done', '2026-10-08'],
        ['（七） 保护磁盘数据，目标15分钟', NIGHT, 'protect:done', '2026-10-01T00:00', on],
        ['（七） 及时排查，目标30分钟', NIGHT, 'protect:done locate:data-lost', '2026-10-01T00:15', on],
        [
          '（七） 更换新设备，目标1个工作日',
          DAY,
          'protect:done locate:data-lost new-device:done',
          '2026-10-08',
        ],
        [
          '（七） 恢复数据，目标4小时',
          NIGHT,
          'protect:done locate:device-mended restore:done',
          '2026-10-01T03:50',
        ],
        ['（七） 核验，本系统规则4小时', NIGHT, VERIFIED, '2026-10-01T03:50'],
        ['（七） 2个工作日内分析原因并报备案', DAY, `${VERIFIED} analyse:done`, '2026-10-09'],
        ['（七） 备案登记，目标3个工作日', DAY, `${VERIFIED} analyse:done file:filed`, '2026-10-10'],
        [
          '第一百六十九条 评估，目标10个工作日',
          DAY,
          `${VERIFIED} analyse:done file:review review:done`,
          '2026-10-20',
        ],
        [
          '第一百六十九条 整改，目标20个工作日',
          DAY,
          `${VERIFIED} analyse:done file:review review:done improve:done`,
          '2026-11-03',
        ],
      ]),
      ...limitTable('lz-incident-theft', [
        ['第一百六十八条 及时通知单位领导，目标30分钟', NIGHT, 'notify:self', '2026-10-01T00:15', on],
        ['第一百六十八条 现场指挥，目标1个工作日', DAY, 'notify:command command:done', '2026-10-08'],
        ['（八）1 立即报告主管部门，目标15分钟', NIGHT, 'call-department:told', '2026-10-01T00:00', on],
        ['（八）1 保护现场，目标15分钟', NIGHT, 'keep-scene:done', '2026-10-01T00:00', on],
        ['（八）2 立即通知公安，目标15分钟', NIGHT, 'call-police:told', '2026-10-01T00:00', on],
        ['（八）2 核实清点，目标4小时', NIGHT, TAKEN, '2026-10-01T03:50'],
        ['（八）3 调查，目标10个工作日', DAY, `${TAKEN} investigate:done`, '2026-10-20'],
        ['（八）3 向上级汇报，目标1个工作日', DAY, `${TAKEN} report-up:heard`, '2026-10-08'],
        ['（八）3 总结，本系统规则3个工作日', DAY, `${HANDLED} summarise:filed`, '2026-10-10'],
        ['第一百六十九条 评估，目标10个工作日', DAY, `${HANDLED} summarise:review review:done`, '2026-10-20'],
        [
          '第一百六十九条 整改，目标20个工作日',
          DAY,
          `${HANDLED} summarise:review review:done improve:done`,
          '2026-11-03',
        ],
      ]),
    ];
  }),
];
