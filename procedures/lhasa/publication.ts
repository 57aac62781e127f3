import { CLASSIFIED } from '../forms/classified.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import { target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Condition, Procedure } from '../schema.ts';
import { permit } from '../shapes/permit.ts';
import { EDITION } from './forms.ts';

const DATASET = { thing: 'dataset', field: 'dataset' } as const;

const PUBLISH = cite('LS-D', '第二十九条');
const SECRECY = cite('LS-D', '第三十九条第二款');
const INVALID = cite('LS-D', '第三十七条第二款');

const byPlatform: Condition = { fact: 'way', in: ['platform'] };
const SOCIAL: Condition = { fact: 'way', in: ['social'] };

/**
 * 第二十九条：四种方式——各部门自主上传；由数据提供部门同意后通过市共享交换平台上传；已在门户网站开放的由市大数据局自行获取；
 * 各部门获取的社会数据；均经市大数据局审核并发布到市政府门户网站数据开放专栏上。
 */
export const lsOpenPublish: Procedure = {
  id: 'ls-open-publish',
  family: 'open-data',
  jurisdiction: 'ls',
  title: '开放数据发布',
  basis: PUBLISH,
  edition: EDITION,
  submitters: ['unit-platform-administrator', 'platform-operator'],
  form: {
    way: {
      title: '发布方式',
      type: 'choice',
      options: {
        upload: '部门自主上传数据集',
        platform: '经共享交换平台直接上传',
        collected: '市大数据局获取已开放数据',
        social: '部门获取的社会数据',
      },
      steers: 'way',
    },
    resource: { title: '数据资源（目录条目）', type: 'resource', when: { not: SOCIAL } },
    dataset: { title: '数据集名称', type: 'text' },
    masking: { title: '脱敏情况', type: 'text' },
    ...CLASSIFIED,
  },
  start: ['secrecy'],
  stages: {
    secrecy: {
      title: '保密审查',
      basis: SECRECY,
      by: 'security-lead',
      within: target(2, 'working-day', SECRECY),
      outcomes: {
        pass: {
          title: '可以开放',
          opens: [
            { stage: 'consent', when: byPlatform },
            { stage: 'review', when: { not: byPlatform } },
          ],
        },
        refuse: { title: '不得开放', demands: ['reasons'], ends: 'refused' },
      },
    },
    consent: {
      title: '数据提供部门同意',
      basis: PUBLISH,
      by: 'data-provider',
      within: target(3, 'working-day', PUBLISH),
      outcomes: {
        agree: { title: '同意', opens: ['review'] },
        refuse: { title: '不同意', demands: ['reasons'], ends: 'refused' },
      },
    },
    review: {
      title: '市大数据局审核',
      basis: PUBLISH,
      by: 'platform-manager',
      within: target(5, 'working-day', PUBLISH),
      outcomes: {
        pass: { title: '审核通过', opens: ['publish'] },
        refuse: { title: '审核不通过', demands: ['reasons'], ends: 'refused' },
      },
    },
    publish: {
      title: '发布到数据开放专栏',
      basis: PUBLISH,
      by: 'platform-operator',
      within: target(1, 'working-day', PUBLISH),
      outcomes: {
        published: {
          title: '已发布',
          effects: [{ register: 'resources', op: 'open', key: DATASET }],
          ends: 'published',
        },
      },
    },
  },
  endings: { published: '已发布', refused: '不予发布', withdrawn: '已撤回' },
  houseRules: [
    '保密审查2个、同意3个、审核5个、发布1个工作日条文均未定，为服务目标。',
    '政务数据先登记为目录条目（第二十八条：依照政务数据开放目录）；社会数据不是政务数据资源，不要求目录条目，由获取的部门申请发布。',
    '保密审查的专人（第三十九条第二款）由数据安全负责人担任；第三种方式由平台运维席位提出，审核仍在市大数据局。',
  ],
};

/** 第三十七条：针对失效的开放数据，各部门应当及时、主动对数据进行标识和公告。 */
export const lsInvalidOpenData: Procedure = {
  id: 'ls-invalid-open-data',
  family: 'open-data',
  jurisdiction: 'ls',
  title: '失效开放数据标识和公告',
  basis: INVALID,
  edition: EDITION,
  submitters: ['unit-platform-administrator'],
  form: {
    dataset: { title: '数据集名称', type: 'text' },
    ...EXISTED_BEFORE,
    invalidAt: { title: '失效时间', type: 'past-instant', steers: 'invalidAt' },
    why: { title: '失效原因', type: 'text' },
    ...CLASSIFIED,
  },
  start: ['mark'],
  stages: {
    mark: {
      title: '标识为失效',
      basis: INVALID,
      by: 'unit-platform-administrator',
      clocks: [{ from: { fact: 'invalidAt' }, limit: target(1, 'working-day', INVALID) }],
      outcomes: {
        marked: {
          title: '已标识',
          effects: [{ register: 'resources', op: 'mark', key: DATASET, must: 'exist' }],
          opens: ['announce'],
        },
      },
    },
    announce: {
      title: '公告',
      basis: INVALID,
      by: 'unit-platform-administrator',
      within: target(1, 'working-day', INVALID),
      outcomes: {
        announced: {
          title: '已公告',
          demands: ['fields'],
          fields: { place: { title: '公告位置', type: 'text' } },
          ends: 'announced',
        },
      },
    },
  },
  endings: { announced: '已标识并公告' },
  houseRules: ['标识和公告的“及时”不是报告，各按1个工作日作为服务目标；标识自数据失效起算，公告自标识起算。'],
};

/** LS-N 第十七条：在信息对外发布过程中，应当严格履行保密审查制度，切实做到“谁发布、谁审查、谁负责”。 */
export const lsPublicationSecrecy = permit({
  id: 'ls-publication-secrecy',
  family: 'open-data',
  jurisdiction: 'ls',
  edition: EDITION,
  title: '信息发布保密审查',
  basis: cite('LS-N', '第十七条'),
  submitters: ['requester', 'unit-platform-administrator'],
  form: {
    subject: { title: '拟发布的信息', type: 'text' },
    where: { title: '发布渠道', type: 'text' },
    ...CLASSIFIED,
  },
  approver: 'security-lead',
  stageTitle: '本单位保密审查',
  houseRules: [
    '“谁发布、谁审查”：由发布单位的数据安全负责人审查；涉及国家秘密、工作秘密和不予公开信息的在受理时即拒绝。',
  ],
});
