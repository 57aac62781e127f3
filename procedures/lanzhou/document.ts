import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { EXISTED_BEFORE } from '../forms/existed-before.ts';
import { target } from '../limits.ts';
import { IN_FORCE } from '../musts.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { faultOutcome, INCOMING, incoming, LATE, step } from './document-incoming.ts';
import { DOCUMENT, isAgain, isIncoming, RECALLED, SIGNED, sealing } from './document-line.ts';
import { EDITION } from './edition.ts';

const FLOW = cite('LZ-P', '第五十六条');
const FAULT = cite('LZ-P', '第六十一条');
const SUPERVISION = cite('LZ-P', '第六十四条');

/** 分发: to whom it has gone. */
const SENT: Fields = { sentTo: { title: '已分发的收文单位', type: 'texts' } };
const TEXT: Fields = { text: { title: '修改说明', type: 'text', maxLength: 4000 } };
const sealedAs = (sealing: string) => ({ fact: 'sealing', in: [sealing] });

/**
 * 第五十六条至第六十四条、第一百四十一条：送审批前决定启动电子印章还是传统签章；按程序流转；文件一经使用电子印章无法编辑，确需修改应重新启动
 * 审批程序；发生系统和网络等故障，第一时间报新区科技发展局协调解决，同时向新区管委会办公室报备，采取其他方式传输；统计监督。
 */
export const lzDocument: Procedure = {
  id: 'lz-document',
  family: 'seal',
  jurisdiction: 'lz',
  title: '公文审批与流转',
  basis: FLOW,
  edition: EDITION,
  submitters: ['requester'],
  form: {
    title: { title: '公文标题', type: 'text' },
    documentNo: { title: '文号（拟稿时编定；收文填来文文号）', type: 'text' },
    kind: {
      title: '公文种类',
      type: 'choice',
      options: {
        request: '请示性公文',
        issue: '下发文件',
        exchange: '部门间流转',
        notice: '会议通知',
        incoming: '收文（省、市等上级来文）',
      },
      steers: 'documentKind',
    },
    approval: {
      title: '审批缘由',
      type: 'choice',
      options: { first: '新拟公文', again: '修改已签发的公文，重新启动审批程序' },
      steers: 'approval',
      when: { not: isIncoming },
    },
    existedBefore: { ...EXISTED_BEFORE.existedBefore!, when: isAgain },
    to: { title: '收文单位', type: 'texts' },
    urgent: { title: '紧急重要', type: 'flag', steers: 'urgent' },
    sealing: {
      title: '签章方式',
      type: 'choice',
      options: { electronic: '电子印章', traditional: '传统签章', none: '不用印（收文、会议通知等）' },
      steers: 'sealing',
    },
    text: { title: '文稿摘要', type: 'text', maxLength: 8000 },
    ...CLASSIFIED,
  },
  start: [
    { stage: 'review', when: { not: isIncoming } },
    { stage: 'receive', when: isIncoming },
  ],
  stages: {
    review: {
      title: '审核文稿',
      basis: FLOW,
      by: 'management-office',
      repeats: true,
      clocks: [step],
      outcomes: {
        pass: { title: '审核通过', opens: ['sign'] },
        revise: { title: '退回修改', demands: ['reasons'], opens: ['redraft'] },
      },
    },
    redraft: {
      title: '修改文稿',
      basis: FLOW,
      by: 'requester',
      repeats: true,
      clocks: [step],
      outcomes: { redrafted: { title: '已修改', demands: ['fields'], fields: TEXT, opens: ['review'] } },
    },
    sign: {
      title: '签发',
      basis: FLOW,
      by: 'unit-head',
      repeats: true,
      clocks: [step],
      outcomes: {
        sign: {
          title: '签发',
          effects: SIGNED,
          opens: [
            { stage: 'seal', when: sealedAs('electronic') },
            { stage: 'paper-seal', when: sealedAs('traditional') },
            { stage: 'distribute', when: sealedAs('none') },
          ],
        },
        revise: { title: '退回修改', demands: ['reasons'], opens: ['redraft'] },
        refuse: { title: '不予签发', demands: ['reasons'], ends: 'refused' },
      },
    },
    ...sealing,
    distribute: {
      title: '分发',
      basis: FLOW,
      by: 'requester',
      repeats: true,
      clocks: [step],
      outcomes: {
        sent: {
          title: '已通过系统分发',
          demands: ['fields'],
          fields: SENT,
          effects: [{ ...DOCUMENT, op: 'change' }],
          opens: ['supervise'],
        },
        fault: faultOutcome('系统或网络故障，不能分发', 'other-channel'),
        change: {
          title: '确需修改，重新启动审批程序',
          demands: ['reasons'],
          effects: [
            { ...DOCUMENT, op: 'unmark' },
            { ...DOCUMENT, op: 'suspend', must: IN_FORCE, before: null },
          ],
          opens: ['redraft'],
        },
      },
    },
    coordinate: {
      title: '科技发展局协调解决',
      basis: FAULT,
      by: 'platform-manager',
      within: target(1, 'working-day', FAULT),
      outcomes: { solved: { title: '已协调解决' } },
    },
    note: {
      title: '向管委会办公室报备',
      basis: FAULT,
      by: 'management-office',
      within: target(15, 'minute', FAULT),
      outcomes: { noted: { title: '已知悉' } },
    },
    'other-channel': {
      title: '以其他方式传输公文',
      basis: FAULT,
      by: 'requester',
      clocks: [step],
      outcomes: {
        sent: {
          title: '已传输',
          demands: ['fields'],
          fields: { ...SENT, channel: { title: '传输方式和接收人', type: 'text' } },
          effects: [{ ...DOCUMENT, op: 'change' }],
          opens: ['supervise'],
        },
      },
    },
    supervise: {
      title: '统计监督接收办理情况',
      basis: SUPERVISION,
      by: 'management-office',
      gateNoneOpen: ['coordinate', 'note'],
      within: target(3, 'working-day', SUPERVISION),
      outcomes: {
        received: { title: '收文单位均已接收', ends: 'distributed' },
        late: {
          title: '有收报和办理不及时的',
          demands: ['reasons', 'fields'],
          fields: LATE,
          ends: 'distributed',
        },
      },
    },
    ...incoming,
  },
  endings: { distributed: '已印发', handled: '收文已办结', refused: '不予签发', withdrawn: '已撤回' },
  onEnding: {
    handled: [{ ...INCOMING, op: 'close', own: true }],
    refused: RECALLED,
    withdrawn: RECALLED,
  },
  houseRules: [
    '拟稿、审核、签发、盖章、分发的环节顺序条文未逐一写明，是本系统的规则。',
    '审核由负责协同办公系统组织协调的管委会办公室承担（第四十九条），签发由拟稿单位领导作出：条文未写，是本系统的规则。',
    '各环节条文无数字，所列均为服务目标；“即收即办”按15分钟签收、批办，承办按1个工作日，不紧急的承办按5个工作日。',
    '收文由收文单位的操作人员签收登记（第五十九条）、单位领导批办后承办：环节顺序条文未逐一写明，是本系统的规则。',
    '会议通知等不用印的，送审批前即定，签发后直接分发；收文不用印：条文未写，是本系统的规则。',
    '“第一时间报”科技发展局：登记故障即为报告，随即列入其待办；协调解决按1个工作日，向管委会办公室“同时”报备按15分钟。',
    '涉密公文按第六十条以纸质传递，不得在本系统流转；内部资料、依申请公开及不予公开的文件照常流转。',
    '有人外出的，由受托人承接（第六十三条），不设停止。',
    '文号在拟稿时编定，条文未写，是本系统的规则：台账和用印申请都以文号认定文件。',
    '公文自签发起登记于公文台账，记载签章方式、所盖印章和分发情况；未签发的不登记，签发后撤回、不予签发的撤销登记。',
    '盖章后如确需修改：尚未分发的，在本案中退回修改，重新签发前台账显示正在重新审批，不得盖章；已经办结的，另立案件注明重新启动审批程序，重新签发前原件仍为已盖章的有效文件，不得编辑，重新签发后须再次盖章。条文未写，是本系统对第一百四十一条的理解。',
    '同一文号不得由两案签发；公文一次签发只盖一次章，已凭用印申请盖章的在本案中注明。',
    '收文自签收起登记于收文单位名下，办结后注销；同一来文由几个单位收文的，各为一行。',
  ],
};
