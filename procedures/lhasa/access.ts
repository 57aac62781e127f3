import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { target } from '../limits.ts';
import { GRANT_TERM } from '../readings.ts';
import { cite } from '../regulations.ts';
import type { Condition, Procedure } from '../schema.ts';
import { permit } from '../shapes/permit.ts';
import { EDITION } from './forms.ts';

const APPLY = cite('LS-N', '第十二条');
const ASSESS = cite('LS-N', '第二十条');
const INTERRUPTION = cite('LS-N', '第十四条');
const OWN_EXIT = cite('LS-N', '第十九条');
const BUILD = cite('LS-N', '第八条、第十条');
const CHANNEL = cite('LS-D', '第十八条第二款');

const interruption: Condition = { fact: 'kind', in: ['interruption'] };
const change: Condition = { fact: 'kind', in: ['change'] };
const CONNECTION = { thing: 'connection', field: 'system' } as const;

/** What the line of a connection shows; the text names no contents of a file (第二十六条 has equipment only), so they are our own rule. */
const whereFields = (required: boolean): Fields => ({
  addresses: { title: required ? '网络地址' : '变更后的网络地址（有变化的）', type: 'texts', required },
  ports: { title: required ? '通信端口' : '变更后的通信端口（有变化的）', type: 'texts', required },
  domain: { title: '域名', type: 'text', required: false },
});
const ownExit: Condition = { fact: 'kind', in: ['own-exit'] };

/**
 * LS-N 第十二条：网络和应用系统的建设、接入和变更实行申请审核制度，……按照行政管理层级或属地向同级政务外网管理单位提出申请，
 * 经审核同意后方可办理；第二十条：接入政务外网前，应当由本级政务外网管理单位进行安全评估；第十九条：确需自建互联网出口的，
 * 应当达到安全管理要求，并报市级政务外网管理单位审批同意；第十四条：因维护作业需要中断网络的，应当报批准后实施。
 */
export const lsExtranetAccess: Procedure = {
  id: 'ls-extranet-access',
  family: 'access',
  jurisdiction: 'ls',
  title: '政务外网建设、接入和变更',
  basis: APPLY,
  edition: EDITION,
  submitters: ['unit-platform-administrator', 'platform-operator'],
  form: {
    kind: {
      title: '申请事项',
      type: 'choice',
      options: {
        connect: '接入',
        build: '建设',
        change: '变更',
        'own-exit': '自建互联网出口',
        interruption: '维护作业中断',
      },
      steers: 'kind',
    },
    level: {
      title: '接入层级',
      type: 'choice',
      options: { city: '市级（城域光纤网）', county: '区县及以下（运营商线路）' },
    },
    system: { title: '网络或应用系统', type: 'text' },
    // 第十七条: 谁管理谁负责、谁运维谁负责、谁使用谁负责.
    responsible: { title: '接入单位责任人', type: 'text', when: { not: interruption } },
    // 第十六条: 新建、改建、扩建时安全等级应当达到第三级要求.
    protection: {
      title: '网络安全保护等级',
      type: 'choice',
      options: { one: '第一级', two: '第二级', three: '第三级', four: '第四级' },
      when: { not: interruption },
    },
    plan: { title: '实施方案', type: 'text', maxLength: 4000 },
    security: { title: '安全措施', type: 'text', maxLength: 4000 },
    // 第十九条：确需自建互联网出口的，应当达到互联网出口安全管理要求.
    exitSecurity: {
      title: '自建出口的防火墙、访问控制、入侵检测、病毒防护、内容审计，安全管理制度和7×24小时值守人员',
      type: 'text',
      maxLength: 4000,
      when: { fact: 'kind', in: ['own-exit'] },
    },
    ...CLASSIFIED,
  },
  start: ['review'],
  stages: {
    review: {
      title: '政务外网管理单位审核',
      basis: cite('LS-N', '第十二条、第十四条、第十九条'),
      by: 'platform-manager',
      clocks: [
        {
          limit: [
            { when: interruption, limit: target(5, 'working-day', INTERRUPTION) },
            { when: ownExit, limit: target(5, 'working-day', OWN_EXIT) },
            { when: { not: { any: [interruption, ownExit] } }, limit: target(5, 'working-day', APPLY) },
          ],
        },
      ],
      outcomes: {
        pass: {
          title: '审核同意',
          opens: [
            { stage: 'interrupt', when: interruption },
            { stage: 'assess', when: { not: interruption } },
          ],
        },
        refuse: { title: '不同意', demands: ['reasons'], ends: 'refused' },
      },
    },
    assess: {
      title: '接入前安全评估',
      basis: ASSESS,
      by: 'platform-manager',
      within: target(5, 'working-day', ASSESS),
      outcomes: {
        passed: {
          title: '评估通过',
          demands: ['fields'],
          fields: { report: { title: '安全评估报告（编号和结论）', type: 'text' } },
          opens: ['carry-out'],
        },
        failed: { title: '评估未通过', demands: ['reasons'], ends: 'refused' },
      },
    },
    'carry-out': {
      title: '接入单位实施建设、接入或变更',
      basis: BUILD,
      by: 'unit-platform-administrator',
      within: target(5, 'working-day', BUILD),
      outcomes: {
        done: {
          title: '已建设、接入',
          when: { not: change },
          demands: ['fields'],
          fields: whereFields(true),
          effects: [{ register: 'connections', op: 'open', key: CONNECTION }],
          ends: 'carried-out',
        },
        changed: {
          title: '已变更',
          when: change,
          demands: ['fields'],
          fields: whereFields(false),
          effects: [{ register: 'connections', op: 'change', key: CONNECTION }],
          ends: 'carried-out',
        },
      },
    },
    interrupt: {
      title: '实施维护作业中断',
      basis: INTERRUPTION,
      by: 'platform-operator',
      within: target(5, 'working-day', INTERRUPTION),
      outcomes: { done: { title: '维护完毕，已恢复', ends: 'carried-out' } },
    },
  },
  endings: { 'carried-out': '已实施', refused: '不同意', withdrawn: '已撤回' },
  houseRules: [
    '审核5个、评估5个、实施5个工作日条文均未定，为服务目标。',
    '接入单位负责本单位局域网、接入链路和接入设备的建设及接入（第八条、第十条），由提出申请的单位实施；运维单位配合提供技术支撑（第七条），不另设环节，只承办自己提出的维护作业中断。',
    '区县申请由同级管理单位审核；本系统以平台管理席位承办，自建互联网出口一律由市级审批（第十九条）。',
    '条文未定审核与评估的先后：先审核方案，评估通过后方可接入；维护作业中断不涉及接入，不作评估，也不改动接入台账。',
    '接入档案的内容条文未列，责任人、保护等级、网络地址、端口和评估报告为本系统的要求；变更的只填有变化的。',
    '自建互联网出口须部署防火墙、访问控制、入侵检测、病毒防护、内容审计，有安全管理制度和7×24小时值守（第十九条），在评估时逐项核对。',
  ],
};

/** LS-D 第十八条：不得私下通过其他途径进行数据共享交换。如有特殊情况确需通过其他途径开展数据共享工作的，应报市大数据局批准。 */
export const lsChannelException = permit({
  id: 'ls-channel-exception',
  family: 'share',
  jurisdiction: 'ls',
  edition: EDITION,
  title: '平台以外途径共享批准',
  basis: CHANNEL,
  submitters: ['requester'],
  form: {
    data: { title: '共享的数据', type: 'texts' },
    purpose: { title: '使用用途', type: 'text', untitled: true },
    counterpart: { title: '对方部门', type: 'text' },
    channel: { title: '拟用途径', type: 'text' },
    special: { title: '特殊情况', type: 'text', maxLength: 4000 },
    until: { title: '使用期限', type: 'future-date' },
    ...CLASSIFIED,
  },
  approver: 'platform-manager',
  stageTitle: '市大数据局批准',
  grant: { until: { title: '批准期限', type: 'future-date', withinRequest: true } },
  effects: [{ register: 'data-grants', op: 'open' }],
  houseRules: [GRANT_TERM],
});
