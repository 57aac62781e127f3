import { CLASSIFIED } from '../forms/classified.ts';
import { statutory } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { EDITION } from './edition.ts';

const ART_30_4 = cite('LZ-D', '第三十条第四款');
const ART_31 = cite('LZ-D', '第三十一条');
const BOTH = cite('LZ-D', '第三十条第四款、第三十一条');

/**
 * 第三十条第四款：数据需求方对获取的共享数据有疑义或发现有明显错误的，应在发现问题1个工作日内反馈至数据提供方予以校核，数据提供方
 * 应在3个工作日内予以处理和回复。第三十一条：清洗、比对本部门业务数据库。对不一致或错误的数据，进行核查或纠错，并在3个工作日内向
 * 对方反馈数据。
 */
export const lzCorrection: Procedure = {
  id: 'lz-correction',
  family: 'correction',
  jurisdiction: 'lz',
  title: '共享数据疑义校核',
  basis: ART_30_4,
  edition: EDITION,
  submitters: ['requester'],
  form: {
    resource: { title: '有疑义的数据资源', type: 'resource' },
    source: {
      title: '问题来源',
      type: 'choice',
      options: { shared: '使用共享数据时发现', 'own-database': '清洗、比对本部门业务数据库时发现' },
      steers: 'source',
    },
    foundAt: { title: '发现问题的时间', type: 'past-instant', steers: 'foundAt' },
    what: { title: '疑义或错误', type: 'text', maxLength: 4000 },
    correct: { title: '认为正确的内容', type: 'text', maxLength: 4000, required: false },
    ...CLASSIFIED,
  },
  start: ['report'],
  stages: {
    report: {
      title: '反馈至数据提供方',
      basis: BOTH,
      by: 'requester',
      clocks: [
        {
          from: { fact: 'foundAt' },
          limit: [
            { when: { fact: 'source', in: ['own-database'] }, limit: statutory(3, 'working-day', ART_31) },
            { when: { fact: 'source', in: ['shared'] }, limit: statutory(1, 'working-day', ART_30_4) },
          ],
        },
      ],
      outcomes: {
        sent: { title: '已反馈，请提供方校核', opens: ['handle'] },
        'own-corrected': {
          title: '经核查系本部门数据有误，已纠错并反馈对方',
          demands: ['fields'],
          fields: { feedback: { title: '纠错情况和向对方反馈的数据', type: 'text', maxLength: 4000 } },
          ends: 'own-corrected',
        },
      },
    },
    handle: {
      title: '数据提供方处理和回复',
      basis: ART_30_4,
      by: 'data-provider',
      within: statutory(3, 'working-day', ART_30_4),
      outcomes: {
        corrected: {
          title: '确有错误，已更正并回复',
          demands: ['fields'],
          fields: { reply: { title: '回复', type: 'text', maxLength: 4000 } },
          effects: [{ register: 'resources', op: 'change', key: { thing: 'resource', field: 'resource' } }],
          ends: 'corrected',
        },
        upheld: { title: '经校核无误，已回复', demands: ['reasons'], ends: 'upheld' },
      },
    },
  },
  endings: {
    corrected: '已更正',
    upheld: '校核无误',
    'own-corrected': '本部门数据已纠错',
    withdrawn: '已撤回',
  },
  houseRules: [
    '反馈的时限自发现之时起算；逾期的反馈照样受理，标明逾期。',
    '比对发现的问题反馈后，提供方同样在3个工作日内处理和回复：第三十一条未写，依第三十条第四款。',
  ],
};
