import { CLASSIFIED } from '../forms/classified.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import { house, target, until } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { EDITION } from './edition.ts';

const THE_SEAL = { thing: 'seal', field: 'sealNo' } as const;
const DOCUMENT = { thing: 'document', field: 'documentNo' } as const;

const CUSTODY = cite('LZ-P', '第一百三十七条');
const USE = cite('LZ-P', '第一百四十条、第一百四十一条');
const CHECK = cite('LZ-P', '第一百三十三条、第一百四十条');
const STAMP = cite('LZ-P', '第一百四十二条');

const lz = { family: 'seal', jurisdiction: 'lz', edition: EDITION } as const;

/** 第一百三十七条：专管人员因事、病、休假等原因不在岗位时，应经办公室负责人同意指定他人代管，并做好交接工作。 */
export const lzSealCustody: Procedure = {
  id: 'lz-seal-custody',
  ...lz,
  title: '电子印章代管',
  basis: CUSTODY,
  submitters: ['seal-keeper'],
  form: {
    sealNo: { title: '印章编号', type: 'text' },
    ...EXISTED_BEFORE,
    why: {
      title: '不在岗位的原因',
      type: 'choice',
      options: { business: '因事', illness: '因病', leave: '休假', other: '其他' },
      steers: 'why',
    },
    otherReason: { title: '其他原因', type: 'text', when: { fact: 'why', in: ['other'] } },
    standIn: { title: '代管人', type: 'text' },
    until: { title: '代管截止日期', type: 'future-date', withinDays: 366, steers: 'until' },
    ...CLASSIFIED,
  },
  start: ['agree'],
  stages: {
    agree: {
      title: '办公室负责人同意',
      basis: CUSTODY,
      by: 'unit-head',
      within: target(1, 'working-day', CUSTODY),
      outcomes: {
        agree: { title: '同意', opens: ['hand-over'] },
        refuse: { title: '不同意', demands: ['reasons'], ends: 'refused' },
      },
    },
    'hand-over': {
      title: '交接',
      basis: CUSTODY,
      by: 'seal-keeper',
      within: target(1, 'working-day', CUSTODY),
      outcomes: {
        done: {
          title: '已交接',
          demands: ['fields'],
          fields: { handedOver: { title: '交接清单', type: 'texts' } },
          effects: [{ register: 'seals', op: 'change', key: THE_SEAL, must: 'exist' }],
          opens: ['custody'],
        },
      },
    },
    custody: {
      title: '代管，到期交还',
      basis: CUSTODY,
      by: 'seal-keeper',
      clocks: [{ limit: until('house', 'until', CUSTODY), onMissed: ['take-back'] }],
      outcomes: {
        'handed-back': {
          title: '已交还，代管结束',
          effects: [{ register: 'seals', op: 'change', key: THE_SEAL, must: 'exist' }],
          ends: 'ended',
        },
      },
    },
    'take-back': {
      title: '逾期未交还，办公室负责人收回',
      basis: CUSTODY,
      by: 'unit-head',
      within: house(1, 'working-day', CUSTODY),
      outcomes: {
        'taken-back': {
          title: '已收回并交还专管人员，代管结束',
          demands: ['fields'],
          fields: { takenBack: { title: '收回情况（含代管期满后的用印）', type: 'text', maxLength: 4000 } },
          effects: [{ register: 'seals', op: 'change', key: THE_SEAL, must: 'exist' }],
          ends: 'ended',
        },
      },
    },
  },
  endings: { ended: '代管结束', refused: '不同意', withdrawn: '已撤回' },
  houseRules: [
    '“办公室负责人”由单位领导角色承担；各环节条文无数字，所列均为服务目标。',
    '代管权限到所定截止日期24时自行终止；印章须在此前交还并登记，逾期未交还的升级催办，并由同意代管的办公室负责人在1个工作日内收回；截止日期由当事人选定，遇休息日不移动，最长366日。这是本系统的规则。',
    '专管人员不在岗位的时间比所定的长的，期满交还或收回后另行同意，不在原案中延长。',
  ],
};

/**
 * 第一百三十三条：未经网上办公系统流转的公文及党组文件，暂不适用电子印章。第一百四十条：需按照审批流程通过审批后方可申请加盖电子印章，签章人需审核是否经有签发权人签发后方可使用。第一百四十一条：一经使用电子印章，
 * 系统自动设定该文件无法编辑；如确需修改，应重新启动审批程序。第一百四十二条：由管理人盖章。
 */
export const lzSealUse: Procedure = {
  id: 'lz-seal-use',
  ...lz,
  title: '电子印章使用',
  basis: USE,
  submitters: ['requester'],
  form: {
    document: { title: '文件名称', type: 'text' },
    documentNo: { title: '文号', type: 'text' },
    approvalNo: { title: '审批流程编号', type: 'text' },
    signer: { title: '签发人', type: 'text' },
    sealNo: { title: '印章编号', type: 'text' },
    ...CLASSIFIED,
  },
  start: ['check'],
  stages: {
    check: {
      title: '审核是否已经审批和签发',
      basis: CHECK,
      by: 'seal-keeper',
      within: target(1, 'working-day', USE),
      outcomes: {
        'signed-off': {
          title: '已经有签发权人签发',
          demands: ['fields'],
          fields: {
            signedIn: { title: '签发该文件的公文案件编号', type: 'text' },
            signedBy: { title: '签发人及其职务', type: 'text' },
            signedOn: { title: '签发日期', type: 'date' },
          },
          opens: ['stamp'],
        },
        refuse: {
          title: '未经网上办公系统流转、审批或签发，不予用印',
          demands: ['reasons'],
          ends: 'refused',
        },
      },
    },
    stamp: {
      title: '加盖电子印章',
      basis: STAMP,
      by: 'seal-keeper',
      within: target(1, 'working-day', STAMP),
      outcomes: {
        sealed: {
          title: '已盖章，文件锁定',
          effects: [
            { register: 'documents', op: 'open', key: DOCUMENT },
            { register: 'documents', op: 'mark', key: DOCUMENT },
          ],
          ends: 'sealed',
        },
      },
    },
  },
  endings: { sealed: '已用印', refused: '不予用印', withdrawn: '已撤回' },
  houseRules: [
    '各环节条文无数字，所列均为服务目标。',
    '未经网上办公系统流转的公文及党组文件暂不适用电子印章（第一百三十三条），由印章保管人审核时把关。',
    '公文与用印是两个案件，本系统不自动核对签发：签章人审核时写明签发该文件的案件、签发人和日期，由其负责，可据编号查验。',
    '已用印的文件不得编辑，确需修改的重新启动审批程序，另立案件。',
  ],
};
