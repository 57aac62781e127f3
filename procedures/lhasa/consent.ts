import { CLASSIFIED } from '../forms/classified.ts';
import { target } from '../limits.ts';
import { GRANT_TERM } from '../readings.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { EDITION } from './forms.ts';

const CONSENT = cite('LS-D', '第二十四条');

/**
 * 第二十四条：行政相对人有权决定是否允许自身的敏感数据应用于特定业务场景，在确定具体数据管理部门有自身真实数据的情况下，
 * 可以授权同意具体数据管理部门提供给数据使用部门，以替代其他效率低的手段。
 */
export const lsConsent: Procedure = {
  id: 'ls-consent',
  family: 'share',
  jurisdiction: 'ls',
  title: '行政相对人授权使用自身数据',
  basis: CONSENT,
  edition: EDITION,
  submitters: ['requester'],
  form: {
    resource: { title: '数据管理部门的数据资源', type: 'resource' },
    subject: { title: '行政相对人', type: 'holder' },
    purpose: { title: '特定业务场景（使用用途）', type: 'text', untitled: true },
    items: { title: '授权提供的数据', type: 'texts' },
    authorisation: { title: '授权书编号', type: 'text' },
    until: { title: '授权期限', type: 'future-date' },
    ...CLASSIFIED,
  },
  start: ['provide'],
  stages: {
    provide: {
      title: '数据管理部门核对授权并提供',
      basis: CONSENT,
      by: 'data-provider',
      within: target(2, 'working-day', CONSENT),
      outcomes: {
        provided: {
          title: '授权真实，已提供',
          demands: ['fields'],
          fields: { items: { title: '提供的数据', type: 'texts', withinRequest: true } },
          effects: [{ register: 'data-grants', op: 'open' }],
          ends: 'provided',
        },
        refuse: { title: '授权不实或没有相应数据', demands: ['reasons'], ends: 'refused' },
      },
    },
  },
  endings: { provided: '已提供', refused: '不予提供', withdrawn: '已撤回' },
  houseRules: [
    '核对与提供的时限条文未定，按2个工作日作为服务目标。',
    GRANT_TERM,
    '是否授权由行政相对人决定：没有授权书编号不能立案；办结前收回授权的，由使用部门撤回申请。',
  ],
};
