import type { Fields } from '../fields.ts';
import { CLASSIFIED } from './classified.ts';

/** Kinds of system, by which the limits of LZ-P 第一百六十八条（一）differ. */
export const SYSTEM_KINDS = { website: '网站', 'business-system': '业务系统', 'office-system': '办公系统' };
/** Networks whose rules on reporting differ (LZ-P 第二章, 第三章). */
export const NETWORKS = { extranet: '电子政务外网', elte: 'eLTE市政无线专网' };
/** Categories of incidents (LZ-P 第一百六十六条（一）). */
export const CATEGORIES = { leak: '网上泄密', attack: '攻击', fault: '故障', disaster: '灾害' };
/** Levels of incidents (LZ-P 第一百六十六条（二）). */
export const LEVELS = {
  I: '特别重大（I级）',
  II: '重大（II级）',
  III: '较大（III级）',
  IV: '一般（IV级）',
};

export const incidentForm: Fields = {
  system: {
    title: '涉事系统',
    type: 'object',
    fields: {
      name: { title: '系统名称', type: 'text' },
      kind: { title: '系统类别', type: 'choice', options: SYSTEM_KINDS, steers: 'systemKind' },
    },
  },
  category: { title: '事件类别', type: 'choice', options: CATEGORIES, steers: 'category' },
  level: { title: '事件级别', type: 'choice', options: LEVELS, steers: 'level' },
  foundAt: { title: '发现时间', type: 'past-instant', steers: 'foundAt' },
  description: { title: '情况说明', type: 'text', maxLength: 4000 },
  ...CLASSIFIED,
};
