import type { LimitGroup } from '../support/limits.ts';
import { at } from '../support/pure-case.ts';

export const lanzhouLimits: LimitGroup[] = [
  {
    title: '兰州新区政务数据资源共享管理办法',
    rows: [
      {
        article: '第三十条 平台管理单位初审，目标2个工作日',
        procedure: 'lz-share-conditional',
        starts: '2026-11-23T09:30',
        stage: 'review',
        outcome: 'pass',
        inTime: '2026-11-25T23:59:59',
        late: '2026-11-26T00:00',
      },
      {
        article: '第三十条 数据提供方应在3个工作日内完成审批',
        procedure: 'lz-share-conditional',
        path: [['review', 'pass']],
        starts: '2026-11-23T09:30',
        stage: 'authorise',
        outcome: 'approve',
        inTime: '2026-11-26T23:59:59',
        late: '2026-11-27T00:00',
      },
      {
        article: '第三十条 得到授权后的2个工作日内交换',
        procedure: 'lz-share-conditional',
        path: [
          ['review', 'pass'],
          ['authorise', 'approve'],
        ],
        starts: '2026-11-23T09:30',
        stage: 'exchange',
        outcome: 'done',
        inTime: '2026-11-25T23:59:59',
        late: '2026-11-26T00:00',
      },
      {
        article: '第三十条 无条件共享由平台管理单位审核，目标2个工作日（9月20日补班，计入）',
        procedure: 'lz-share-unconditional',
        starts: '2026-09-18T16:00',
        stage: 'review',
        outcome: 'pass',
        inTime: '2026-09-21T23:59:59',
        late: '2026-09-22T00:00',
      },
      {
        article: '第三十条 审核通过后在2个工作日内直接将共享数据交换到数据需求方（劳动节5天不计）',
        procedure: 'lz-share-unconditional',
        path: [['review', 'pass']],
        starts: '2026-04-30T10:00',
        stage: 'exchange',
        outcome: 'done',
        inTime: '2026-05-07T23:59:59',
        late: '2026-05-08T00:00',
      },
    ],
  },
  {
    title: '兰州新区新型智慧城市基础平台安全管理办法',
    rows: [
      {
        article: '第一百六十八条（一）4（2） 网站在2小时内无法处理完毕',
        procedure: 'lz-incident-virus',
        facts: { foundAt: at('2026-02-16T23:50'), systemKind: 'website' },
        path: [
          ['isolate', 'done'],
          ['backup', 'done'],
          ['clean', 'done'],
        ],
        starts: '2026-02-16T23:55',
        stage: 'restore',
        outcome: 'done',
        inTime: '2026-02-17T01:49:59',
        late: '2026-02-17T01:50',
      },
    ],
  },
];
