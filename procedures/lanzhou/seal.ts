import { CLASSIFIED } from '../forms/classified.ts';
import { target } from '../limits.ts';
import { FREE } from '../musts.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { EDITION } from './edition.ts';

const SIGNED = { thing: 'seal', field: 'sealNo' } as const;
const SEALS = { thing: 'seal', field: 'sealNos' } as const;

const MAKE = cite('LZ-P', '第一百三十六条');
const ISSUE = cite('LZ-P', '第一百三十七条');
const SIGNATURE = cite('LZ-P', '第六十五条');

const lz = { family: 'seal', jurisdiction: 'lz', edition: EDITION } as const;
const inService = { fact: 'serviceMatter', in: [true] };

/**
 * 第一百三十六条：向新区科技发展局提交制章需求，并附电子印章采集表和统一社会信用代码证书，两者信息不一致的必须提供组织部核实证明材料；涉及政务
 * 服务事项的需经新区政务服务中心核实确认；党口部门执行国家和省、市相关规定。新区科技发展局统一制作。
 */
export const lzSealMake: Procedure = {
  id: 'lz-seal-make',
  ...lz,
  title: '电子印章制作',
  basis: MAKE,
  submitters: ['requester'],
  form: {
    sealName: { title: '印章名称', type: 'text' },
    count: { title: '数量', type: 'number', min: 1 },
    need: { title: '制章需求', type: 'text', maxLength: 2000 },
    collectionForm: { title: '电子印章采集表编号', type: 'text' },
    creditCode: { title: '统一社会信用代码', type: 'credit-code' },
    serviceMatter: { title: '涉及政务服务事项', type: 'flag', steers: 'serviceMatter' },
    ...CLASSIFIED,
  },
  start: ['check'],
  stages: {
    check: {
      title: '核对采集表和信用代码证书',
      basis: MAKE,
      by: 'platform-manager',
      repeats: true,
      within: target(5, 'working-day', MAKE),
      outcomes: {
        consistent: {
          title: '信息一致，或已有组织部证明',
          opens: [
            { stage: 'confirm', when: inService },
            { stage: 'make', when: { not: inService } },
          ],
        },
        mismatch: { title: '信息不一致，须组织部证明', demands: ['reasons'], opens: ['proof'] },
        'party-organ': {
          title: '党口部门，执行国家和省、市相关规定',
          demands: ['reasons', 'legalBasis'],
          ends: 'elsewhere',
        },
        refuse: { title: '不予制作', demands: ['reasons'], ends: 'refused' },
      },
    },
    proof: {
      title: '提供组织部核实证明材料',
      basis: MAKE,
      by: 'requester',
      repeats: true,
      within: target(10, 'working-day', MAKE),
      outcomes: {
        given: {
          title: '已提供',
          demands: ['fields'],
          fields: { proof: { title: '证明材料编号', type: 'text' } },
          opens: ['check'],
        },
      },
    },
    confirm: {
      title: '政务服务中心核实确认',
      basis: MAKE,
      by: 'service-centre',
      within: target(3, 'working-day', MAKE),
      outcomes: {
        confirm: { title: '确认', opens: ['make'] },
        refuse: { title: '不予确认', demands: ['reasons'], ends: 'refused' },
      },
    },
    make: {
      title: '制作电子印章印模',
      basis: MAKE,
      by: 'platform-manager',
      within: target(5, 'working-day', MAKE),
      outcomes: {
        made: {
          title: '已制作',
          demands: ['fields'],
          fields: { sealNos: { title: '印章编号（每枚一个）', type: 'texts' } },
          opens: ['hand-out'],
        },
      },
    },
    'hand-out': {
      title: '配发至办公室负责人或专管人员',
      basis: ISSUE,
      // 第一百三十七条：统一配发至办公室负责人或指定专人管理和使用.
      by: ['seal-keeper', 'unit-head'],
      agreement: 'any',
      within: target(3, 'working-day', ISSUE),
      outcomes: {
        received: {
          title: '已领取，与公章管理人员一致，初始密码已修改',
          demands: ['fields'],
          fields: { keeper: { title: '电子印章管理人员（办公室负责人或专管人员）', type: 'text' } },
          effects: [{ register: 'seals', op: 'open', key: SEALS, must: FREE }],
          ends: 'made',
        },
      },
    },
  },
  endings: { made: '已制发', elsewhere: '按国家和省、市规定办理', refused: '不予制作', withdrawn: '已撤回' },
  houseRules: [
    '各环节条文无数字，所列均为服务目标。',
    '数量由部门按需要确定；每枚印章各有编号，各为台账一行，以后的代管、用印、异常逐枚登记。',
    '条文由科技发展局核对并制作，两步由同一角色承担；电子印章管理人员与公章管理人员应当一致、初始密码应立即修改（第一百三十九条）：两者未落实的，不作领取登记。',
    '配发由办公室负责人（单位领导角色）或专管人员任一人领取登记，时限只有一个，一人领取后另一人的待办随即取消。',
  ],
};

/** 第六十五条：协同办公系统涉及使用电子印章和人员签名，由新区科技发展局牵头统一制作并授权使用。 */
export const lzPersonalSignature: Procedure = {
  id: 'lz-personal-signature',
  ...lz,
  title: '人员签名制作和授权',
  basis: SIGNATURE,
  submitters: ['requester'],
  form: {
    signer: { title: '签名人', type: 'text', untitled: true },
    position: { title: '职务', type: 'text' },
    purpose: { title: '使用范围', type: 'text' },
    ...CLASSIFIED,
  },
  start: ['review'],
  stages: {
    review: {
      title: '审核',
      basis: SIGNATURE,
      by: 'platform-manager',
      within: target(5, 'working-day', SIGNATURE),
      outcomes: {
        pass: { title: '同意制作并授权使用', opens: ['make'] },
        refuse: { title: '不同意', demands: ['reasons'], ends: 'refused' },
      },
    },
    make: {
      title: '制作人员签名',
      basis: SIGNATURE,
      by: 'platform-operator',
      within: target(5, 'working-day', SIGNATURE),
      outcomes: {
        made: {
          title: '已制作',
          demands: ['fields'],
          fields: { sealNo: { title: '签名编号', type: 'text' } },
          opens: ['authorise'],
        },
      },
    },
    authorise: {
      title: '授权使用',
      basis: SIGNATURE,
      by: 'platform-manager',
      within: target(2, 'working-day', SIGNATURE),
      outcomes: {
        authorised: {
          title: '已授权，密码已由签名人修改',
          demands: ['fields'],
          fields: { purpose: { title: '授权的使用范围', type: 'text', withinRequest: true } },
          effects: [{ register: 'seals', op: 'open', key: SIGNED, must: FREE }],
          ends: 'authorised',
        },
      },
    },
  },
  endings: { authorised: '已制作并授权', refused: '不同意', withdrawn: '已撤回' },
  houseRules: [
    '各环节条文无数字，所列均为服务目标。',
    '“牵头统一制作”由平台运维单位操作，“授权使用”由科技发展局作出，制作与授权分离，是本系统的理解；授权以后才列入台账，范围不得超出申请；密码应由签名人修改（第六十六条）。',
  ],
};
