import { describe } from 'vitest';
import { holdLimits } from '../../test/support/limits.ts';
import {
  DRAGON_BOAT,
  LABOUR_DAY,
  MID_SEPTEMBER,
  NATIONAL_DAY,
  QINGMING,
  SPRING,
  TEN_AUTUMN,
  TEN_SPRING,
} from '../../test/support/spans-2026.ts';

const permit = { stage: 'decide', outcome: 'approve' };

describe('兰州新区新型智慧城市基础平台安全管理办法 · 接入', () => {
  holdLimits([
    {
      article: '第三十条 审核资格和接入方案，目标5个工作日',
      procedure: 'lz-extranet-access',
      stage: 'review',
      outcome: 'approve',
      ...MID_SEPTEMBER,
    },
    {
      article: '第三十条 指导完成接入，目标5个工作日',
      procedure: 'lz-extranet-access',
      path: [['review', 'approve']],
      stage: 'connect',
      outcome: 'connected',
      ...LABOUR_DAY,
    },
    {
      article: '第三十二条 建立接入档案，目标5个工作日',
      procedure: 'lz-extranet-access',
      path: [
        ['review', 'approve'],
        ['connect', 'connected'],
      ],
      stage: 'archive',
      outcome: 'archived',
      ...SPRING,
    },
    {
      article: '第三十三条 审核书面申请，目标5个工作日',
      procedure: 'lz-extranet-exit',
      stage: 'review',
      outcome: 'approve',
      ...QINGMING,
    },
    {
      article: '第三十三条 做好边界防护，目标10个工作日',
      procedure: 'lz-extranet-exit',
      path: [['review', 'approve']],
      stage: 'protect',
      outcome: 'protected',
      ...TEN_SPRING,
    },
    {
      article: '第三十三条 检查防护并接入，目标5个工作日',
      procedure: 'lz-extranet-exit',
      path: [
        ['review', 'approve'],
        ['protect', 'protected'],
      ],
      stage: 'connect',
      outcome: 'connected',
      ...DRAGON_BOAT,
    },
    {
      article: '第三十七条 经核准后方可实施，目标5个工作日',
      procedure: 'lz-extranet-change',
      ...permit,
      ...NATIONAL_DAY,
    },
    {
      article: '第六条（三） 共同核准，目标5个工作日',
      procedure: 'lz-elte-access',
      path: [['review', 'approve']],
      stage: 'review',
      outcome: 'approve',
      ...MID_SEPTEMBER,
    },
    {
      article: '第六条（三） 实施接入或变更，目标5个工作日',
      procedure: 'lz-elte-access',
      path: [
        ['review', 'approve'],
        ['review', 'approve'],
      ],
      stage: 'carry-out',
      outcome: 'done',
      ...LABOUR_DAY,
    },
    {
      article: '第十四条 依法办理变更手续，目标20个工作日（春节九天不计，2月14日、28日补班）',
      procedure: 'lz-radio-change',
      ...permit,
      starts: '2026-02-02T10:00',
      inTime: '2026-03-06T23:59:59',
      late: '2026-03-07T00:00',
    },
    {
      article: '第十三条 及时协调处理并告知投诉人，合计目标10个工作日',
      procedure: 'lz-radio-complaint',
      path: [['handle', 'settled']],
      stage: 'tell',
      outcome: 'told',
      clock: 'handle',
      ...TEN_AUTUMN,
    },
    {
      article: '第七十八条 平台管理单位核准，目标5个工作日',
      procedure: 'lz-platform-access',
      stage: 'review',
      outcome: 'approve',
      ...SPRING,
    },
    {
      article: '第七十八条 设置接入权限，目标2个工作日（端午三天不计）',
      procedure: 'lz-platform-access',
      path: [['review', 'approve']],
      stage: 'authorise',
      outcome: 'set',
      starts: '2026-06-18T10:00',
      inTime: '2026-06-23T23:59:59',
      late: '2026-06-24T00:00',
    },
    {
      article: '第七十八条 指导目录编制和数据接入，目标10个工作日',
      procedure: 'lz-platform-access',
      path: [
        ['review', 'approve'],
        ['authorise', 'set'],
      ],
      stage: 'guide',
      outcome: 'connected',
      ...TEN_SPRING,
    },
    {
      article: '第十五条、第三十八条 通过信息发布单位许可后方可使用，目标5个工作日',
      procedure: 'lz-publisher-permit',
      ...permit,
      ...LABOUR_DAY,
    },
    {
      article: '第四十一条（一） 未经批准不得修改参数配置，目标5个工作日',
      procedure: 'lz-device-parameter',
      ...permit,
      ...DRAGON_BOAT,
    },
    {
      article: '第三十一条 未经授权IP地址不得更改，目标5个工作日',
      procedure: 'lz-ip-change',
      ...permit,
      ...QINGMING,
    },
    {
      article: '第一百一十四条 申请许可后方可实施，目标5个工作日',
      procedure: 'lz-line-change',
      ...permit,
      ...NATIONAL_DAY,
    },
  ]);
});
