import type { Field, Fields } from '../fields.ts';
import { CATEGORIES, incidentForm, LEVELS } from './incident.ts';

/** What may have leaked (LZ-P 第一百六十六条（一）1); the secret itself is never entered. */
const SECRECY = {
  none: '不涉及',
  privacy: '个人隐私',
  internal: '内部资料',
  commercial: '商业秘密',
  state: '国家秘密（内容不得录入）',
};
const PUBLIC_IMPACT = { none: '无', local: '局部', wide: '较大范围', grave: '严重社会影响' };
const BUSINESS_IMPACT = { none: '无', disturbed: '受到冲击', interrupted: '业务中断', paralysed: '系统瘫痪' };
const ASSET_LOSS = { none: '无', small: '较小', large: '较大', huge: '巨大' };

/** Category and level, judged from the four factors (LZ-P 第一百六十六条): data secrecy, public impact, business impact, asset loss. */
export const severityFields: Fields = {
  category: { title: '事件类别', type: 'choice', options: CATEGORIES, steers: 'category' },
  factors: {
    title: '分级参考要素',
    type: 'object',
    fields: {
      // 第一百六十六条（二）1：衡量因数据失窃或泄密所造成的事件.
      secrecy: {
        title: '数据密级',
        type: 'choice',
        options: SECRECY,
        when: { fact: 'category', in: ['leak', 'attack'] },
      },
      publicImpact: { title: '公众影响', type: 'choice', options: PUBLIC_IMPACT },
      businessImpact: { title: '业务影响', type: 'choice', options: BUSINESS_IMPACT },
      assetLoss: { title: '资产损失', type: 'choice', options: ASSET_LOSS },
    },
  },
  level: { title: '事件级别', type: 'choice', options: LEVELS, steers: 'level' },
};

/** What the duty officer records when an emergency is opened (LZ-P 第一百六十八条: 初步判定灾情程度). */
export const emergencyForm: Fields = {
  system: { title: '涉事系统、网络或机房', type: 'text' },
  foundAt: { title: '发现时间', type: 'past-instant', steers: 'foundAt' },
  ...severityFields,
  description: { title: '情况说明', type: 'text', maxLength: 4000 },
  classified: { title: '是否涉密', type: 'not-classified', required: false },
};

/** Evidence kept (保存有关记录及日志或审计记录, LZ-P 第一百六十八条（二）2; 保存相关记录, LY-D 第四十四条、DQ-D 第三十一条). */
export const evidenceFields: Fields = {
  logs: { title: '保存的记录、日志和审计记录', type: 'texts' },
  keptAt: { title: '保管人和保管位置', type: 'text' },
};

/** 总结事件处理情况 (LZ-P 第一百六十八条). */
export const summaryFields: Fields = {
  summary: { title: '事件处理总结', type: 'text', maxLength: 8000 },
  prevention: { title: '防范措施', type: 'text', maxLength: 4000 },
};

/** House rule of the cities whose texts have neither categories nor levels of incidents. */
export const GRADED_ALIKE =
  '事件的类别、级别和分级参考要素（数据密级、公众影响、业务影响、资产损失）本地条文未定，借用《兰州新区新型智慧城市基础平台安全管理办法（试行）》第一百六十六条的划分，立案时判定；';

/** The four factors, for whoever reports in haste and whoever sums up later. */
export const factorsIfKnown: Fields = {
  factors: { ...(severityFields.factors as Field), required: false },
};

/** The form of an incident with the four factors beside category and level; in haste they may be left for the summary. */
export const gradedIncidentForm: Fields = { ...incidentForm, ...factorsIfKnown };
