import { CLASSIFIED } from '../forms/classified.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import { target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Condition, Procedure } from '../schema.ts';
import { EDITION } from './edition.ts';

const LICENCE_KIND = { thing: 'licence-kind', field: 'licence' } as const;

const ART_148 = cite('LZ-P', '第一百四十八条');

/** What a kind of licence says is not asked of one that goes. */
const removed: Condition = { fact: 'change', in: ['remove'] };
const kept: Condition = { not: removed };

/**
 * 第一百四十八条：新区政务服务中心牵头、新区科技发展局配合，组织各发证单位编制电子证照目录，明确证照名称、发证单位、证照类型、
 * 持证主体、证照模板、照面信息等，并通过新区电子证照库，对目录进行同步更新和维护。
 */
export const lzLicenceCatalogue: Procedure = {
  id: 'lz-licence-catalogue',
  family: 'catalogue',
  jurisdiction: 'lz',
  title: '电子证照目录编制',
  basis: ART_148,
  edition: EDITION,
  submitters: ['service-centre'],
  form: {
    licence: { title: '证照名称', type: 'text' },
    ...EXISTED_BEFORE,
    issuer: { title: '发证单位', type: 'department', steers: 'issuer' },
    change: {
      title: '事项',
      type: 'choice',
      options: { register: '编入', update: '更新', remove: '移出' },
      steers: 'change',
    },
    ...CLASSIFIED,
  },
  start: ['draft'],
  stages: {
    draft: {
      title: '发证单位编制',
      basis: ART_148,
      by: { role: 'licence-issuer', department: 'issuer' },
      within: target(10, 'working-day', ART_148),
      outcomes: {
        drafted: {
          title: '已编制',
          demands: ['fields'],
          fields: {
            kind: { title: '证照类型', type: 'text', when: kept },
            holders: {
              title: '持证主体',
              type: 'choice',
              options: { person: '自然人', organisation: '法人', other: '其他组织' },
              when: kept,
            },
            template: { title: '证照模板', type: 'text', when: kept },
            face: { title: '照面信息', type: 'texts', when: kept },
          },
          opens: ['sync'],
        },
      },
    },
    sync: {
      title: '在电子证照库同步更新',
      basis: ART_148,
      by: 'platform-manager',
      within: target(2, 'working-day', ART_148),
      outcomes: {
        synced: {
          title: '已编入并同步',
          when: { not: { fact: 'change', in: ['update', 'remove'] } },
          effects: [{ register: 'licences', op: 'open', key: LICENCE_KIND }],
          ends: 'synced',
        },
        updated: {
          title: '已更新并同步',
          when: { fact: 'change', in: ['update'] },
          effects: [{ register: 'licences', op: 'change', key: LICENCE_KIND, must: 'exist' }],
          ends: 'synced',
        },
        removed: {
          title: '已移出目录',
          when: removed,
          effects: [{ register: 'licences', op: 'close', key: LICENCE_KIND, must: 'exist' }],
          ends: 'removed',
        },
      },
    },
  },
  endings: { synced: '已编入目录', removed: '已移出目录', withdrawn: '已撤回' },
  houseRules: [
    '编制10个、同步2个工作日条文未定，为服务目标；条文没有审核环节。',
    '移出目录的，发证单位只作确认，不再填写证照信息。',
    '电子证照库由科技发展局牵头建设（第一百四十七条），同步因此由其承办。',
  ],
};
