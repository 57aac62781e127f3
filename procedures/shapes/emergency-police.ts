import type { Fields } from '../fields.ts';
import { target } from '../limits.ts';
import type { Stage } from '../schema.ts';
import { LEVEL_UPWARDS, WHO_IS_MEANT } from './emergency.ts';

/** House rules of both: what the words mean, and who is reported to upwards. */
export const ATTACK_RULES = [
  '“立即”按15分钟、“及时”按30分钟，其余环节条文无数字，所列均为服务目标。',
  ...WHO_IS_MEANT,
  LEVEL_UPWARDS,
  '“逐级汇报”：一般级报单位领导，较大级加报主管部门，重大和特别重大级再报管委会办公室（第一百六十七条的成员单位），是本系统的理解。',
  '第一百六十九条的调查评估本为机房突发事件所设，对各类事件均可选用。',
  '条文要求立即通报、报告的各方同时通报、各自确认，一方未应答不耽误他方。',
];

/** 必要时协调相关部门或运营商配合处理. */
export const COORDINATED: Fields = {
  coordinated: { title: '协调配合的部门或运营商', type: 'text', maxLength: 2000, required: false },
};

/** 新区公安局提取相关数据样本；情节严重，构成违法犯罪的，由公安局立案侦查。 */
export const sampling = (basis: Stage['basis'], opens: string[]): Stage => {
  const fields = {
    samples: { title: '提取的数据样本', type: 'texts' },
    receipt: { title: '提取清单编号', type: 'text', required: false },
    source: { title: '来源追查情况', type: 'text', maxLength: 4000 },
  } as const;
  return {
    title: '公安机关采样、追查来源',
    basis,
    by: 'police',
    within: target(4, 'hour', basis),
    outcomes: {
      sampled: { title: '已提取样本', demands: ['fields'], fields, opens },
      prosecuted: { title: '已提取样本，立案侦查', demands: ['fields'], fields, opens },
    },
  };
};
