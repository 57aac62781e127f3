import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import { house, target, until } from '../limits.ts';
import { IN_FORCE } from '../musts.ts';
import { cite } from '../regulations.ts';
import type { Effect, Procedure } from '../schema.ts';
import { EDITION } from './edition.ts';

const THE_SEAL = { thing: 'seal', field: 'sealNo' } as const;

/** 代管结束: the line says again who keeps the seal. */
const HANDED_BACK: Effect = { register: 'seals', op: 'unmark', key: THE_SEAL, own: true };

/** Which electronic seal is put on a document, asked where it is put on. */
export const THE_SEAL_USED: Fields = {
  sealNo: { title: '印章编号', type: 'text' },
  sealExistedBefore: { title: '印章在系统建立前已有，台账中没有记载', type: 'flag', required: false },
};
/** 用印: of a seal in force, by its keeper or whoever keeps it for them (代管); noted in its history. */
export const USES_THE_SEAL: Effect = {
  ...{ register: 'seals', op: 'use', key: THE_SEAL, must: IN_FORCE, before: 'sealExistedBefore' },
};

const CUSTODY = cite('LZ-P', '第一百三十七条');
const USE = cite('LZ-P', '第一百四十条、第一百四十一条');
const CHECK = cite('LZ-P', '第一百三十三条、第一百四十条');
/** The register of documents does not know it: its sign-off is what the keeper of the seal finds. */
const signedOffBefore = { fact: 'signedOffBefore', in: [true] };
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
          effects: [{ register: 'seals', op: 'mark', key: THE_SEAL, must: ['open'], tells: true }],
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
          effects: [HANDED_BACK],
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
          effects: [HANDED_BACK],
          ends: 'ended',
        },
      },
    },
  },
  endings: { ended: '代管结束', refused: '不同意', withdrawn: '已撤回' },
  onEnding: { withdrawn: [HANDED_BACK] },
  houseRules: [
    '“办公室负责人”由单位领导角色承担；各环节条文无数字，所列均为服务目标。',
    '代管权限到所定截止日期24时自行终止；印章须在此前交还并登记，逾期未交还的升级催办，并由同意代管的办公室负责人在1个工作日内收回；截止日期由当事人选定，遇休息日不移动，最长366日。这是本系统的规则。',
    '自交接起，印章台账写明代管人和截止日期，交还或收回后恢复原记载；正在代管、已报失停用的印章不再办理代管。',
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
    existedBefore: { ...EXISTED_BEFORE.existedBefore!, steers: 'signedOffBefore' },
    approvalNo: { title: '原审批流程编号', type: 'text', when: signedOffBefore },
    signer: { title: '签发人', type: 'text', when: signedOffBefore },
    ...THE_SEAL_USED,
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
            signedIn: { title: '签发该文件的流程和编号', type: 'text', when: signedOffBefore },
            signedBy: { title: '签发人及其职务', type: 'text', when: signedOffBefore },
            signedOn: { title: '签发日期', type: 'date', when: signedOffBefore },
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
            USES_THE_SEAL,
            {
              ...{ register: 'documents', op: 'mark', key: { thing: 'document', field: 'documentNo' } },
              ...{ must: ['open'], tells: true },
            },
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
    '公文须在公文台账中已签发而尚未盖章，受理和盖章时各核对一次；系统建立前签发、台账没有记载的由申请人注明，签章人审核时写明签发的流程、签发人和日期，由其负责。',
    '所用印章须在印章台账中，未暂停、未注销；正在代管的由代管人使用。每次用印记入该印章的台账。',
    '已用印的文件不得编辑，确需修改的重新启动审批程序；重新签发以前不再用印，重新签发后可再申请用印。',
  ],
};
