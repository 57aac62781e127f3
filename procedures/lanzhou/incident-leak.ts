import { emergencyForm } from '../forms/emergency.ts';
import { house, target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import {
  call,
  emergencyActs,
  LEVEL_ALONE,
  LEVEL_UPWARDS,
  opening,
  step,
  WHO_IS_MEANT,
} from '../shapes/emergency.ts';
import { REPORTED_UPWARDS, review, summary, summaryUpwards } from '../shapes/emergency-end.ts';
import { EDITION } from './edition.ts';

const leak = (item = '') => cite('LZ-P', `第一百六十八条（四）${item}`);
const theft = (item = '') => cite('LZ-P', `第一百六十八条（八）${item}`);

/**
 * 第一百六十八条（四）网上泄密：应立即切断网络连接，并向本单位数据安全负责人通报情况，查找泄密来源，并立即向新区党工委办公室报告；
 * 负责人立即安排删除，追查扩散情况并全面删除；党工委办公室密级鉴定、指导补救、组织查处；总结、逐级汇报、备案。
 */
export const lzIncidentLeak: Procedure = {
  id: 'lz-incident-leak',
  family: 'incident',
  jurisdiction: 'lz',
  title: '网上泄密事件处理',
  basis: leak(),
  edition: EDITION,
  submitters: ['duty-officer'],
  form: {
    ...emergencyForm,
    address: { title: '信息所在网址或系统位置（不得录入涉密内容）', type: 'text' },
  },
  start: ['cut', 'call-lead', 'call-office', 'notify'],
  stages: {
    ...opening(),
    cut: step({
      title: '切断网络连接',
      basis: leak('1'),
      by: 'duty-officer',
      within: target(15, 'minute', leak('1')),
      fromFinding: true,
      opens: ['reconnect'],
    }),
    'call-lead': call({
      title: '通报数据安全负责人',
      basis: leak('1'),
      by: 'security-lead',
      fromFinding: true,
      opens: ['delete', 'trace'],
    }),
    'call-office': call({
      title: '报告党工委办公室',
      basis: leak('1'),
      by: 'party-office',
      fromFinding: true,
      opens: ['appraise'],
    }),
    delete: step({
      title: '安排删除所发布的涉密信息',
      basis: leak('2'),
      by: 'security-lead',
      within: target(15, 'minute', leak('2')),
      fields: { deleted: { title: '删除的信息和执行人', type: 'text', maxLength: 2000 } },
      opens: ['reconnect'],
    }),
    trace: step({
      title: '查找来源，追查扩散情况并全面删除',
      basis: leak('1、2'),
      by: 'security-lead',
      within: target(1, 'working-day', leak('2')),
      fields: {
        source: { title: '泄密来源', type: 'text', maxLength: 2000 },
        spread: { title: '扩散情况', type: 'text', maxLength: 2000 },
        evidence: { title: '保存的记录和日志', type: 'texts' },
      },
      opens: ['reconnect'],
    }),
    appraise: {
      title: '密级鉴定并指导补救',
      basis: leak('3'),
      by: 'party-office',
      within: target(3, 'working-day', leak('3')),
      outcomes: {
        secret: {
          title: '经鉴定涉密',
          demands: ['fields'],
          fields: { remedy: { title: '补救措施', type: 'text', maxLength: 4000 } },
          opens: ['investigate', 'reconnect'],
        },
        'not-secret': { title: '经鉴定不涉密', demands: ['reasons'], opens: ['reconnect'] },
      },
    },
    investigate: {
      title: '组织协调有关部门查处',
      basis: leak('3'),
      by: 'party-office',
      within: target(10, 'working-day', leak('3')),
      outcomes: {
        done: {
          title: '已查处',
          demands: ['fields'],
          fields: { result: { title: '查处情况', type: 'text', maxLength: 4000 } },
        },
      },
    },
    reconnect: step({
      title: '恢复网络连接',
      basis: leak('1'),
      by: 'duty-officer',
      join: ['cut', 'delete', 'trace', 'appraise'],
      within: house(4, 'hour', leak('1')),
      opens: ['summarise'],
    }),
    ...summaryUpwards(leak('4'), ['investigate']),
    ...review(REPORTED_UPWARDS),
  },
  endings: { closed: '处理完毕' },
  acts: emergencyActs,
  houseRules: [
    '“立即”按15分钟、“及时”按30分钟，其余条文写明而无数字的环节均为服务目标。',
    '切断网络、通报数据安全负责人、报告党工委办公室都是“立即”，自发现时起同时进行、各有其钟，一方未办不耽误他方。',
    '条文未写恢复网络连接；删除、追查和密级鉴定都办结后方可恢复，是本系统的规则。',
    '涉密内容本身不得录入本系统。',
    ...WHO_IS_MEANT,
    LEVEL_UPWARDS,
    '“逐级汇报”：一般级报单位领导，较大级加报主管部门，重大和特别重大级再报管委会办公室，是本系统的理解。',
    '本项条文未要求安全加固；第一百六十九条的调查评估可选用。',
  ],
};

/**
 * 第一百六十八条（八）设备被盗或人为损害：立即报告新区主管部门相关负责人，同时保护好现场；立即通知保安及公安部门，一同核实审定现场，
 * 清点被盗物资，做好影像和文字记录；配合调查，并将有关情况向上级主管部门汇报。
 */
export const lzIncidentTheft: Procedure = {
  id: 'lz-incident-theft',
  family: 'incident',
  jurisdiction: 'lz',
  title: '设备被盗或人为损害事件处理',
  basis: theft(),
  edition: EDITION,
  submitters: ['duty-officer'],
  form: { ...emergencyForm, place: { title: '事发地点', type: 'text' } },
  start: ['call-department', 'keep-scene', 'call-police', 'notify'],
  stages: {
    ...opening(),
    'call-department': call({
      title: '报告主管部门负责人',
      basis: theft('1'),
      by: 'platform-manager',
      fromFinding: true,
    }),
    'call-police': call({
      title: '通知保安及公安部门',
      basis: theft('2'),
      by: 'police',
      fromFinding: true,
      opens: ['inventory'],
    }),
    'keep-scene': step({
      title: '保护现场',
      basis: theft('1'),
      by: 'duty-officer',
      within: target(15, 'minute', theft('1')),
      fromFinding: true,
      opens: ['inventory'],
    }),
    inventory: {
      title: '一同核实现场、清点物资',
      basis: theft('2'),
      by: ['duty-officer', 'police'],
      agreement: 'all',
      join: ['keep-scene', 'call-police'],
      within: target(4, 'hour', theft('2')),
      outcomes: {
        verified: {
          title: '已核实清点',
          demands: ['fields'],
          fields: {
            missing: { title: '被盗、受损物资', type: 'texts' },
            images: { title: '影像记录编号', type: 'texts' },
            record: { title: '文字记录', type: 'text', maxLength: 4000 },
          },
          opens: ['investigate', 'report-up'],
        },
      },
    },
    investigate: {
      title: '公安机关调查',
      basis: theft('3'),
      by: 'police',
      within: target(10, 'working-day', theft('3')),
      outcomes: {
        done: {
          title: '调查结束',
          demands: ['fields'],
          fields: { result: { title: '调查情况', type: 'text', maxLength: 4000 } },
          opens: ['summarise'],
        },
      },
    },
    'report-up': {
      title: '向上级主管部门汇报',
      basis: theft('3'),
      by: 'competent-department',
      within: target(1, 'working-day', theft('3')),
      outcomes: { heard: { title: '已听取汇报' } },
    },
    ...summary(theft('3'), ['call-department', 'report-up']),
    ...review(),
  },
  endings: { closed: '处理完毕' },
  acts: emergencyActs,
  houseRules: [
    '“立即”按15分钟，其余条文写明而无数字的环节均为服务目标。',
    '报告主管部门、保护现场、通知保安和公安都是“立即”（“同时”），自发现时起同时进行、各有其钟，一方未应答不耽误他方。',
    '条文要求一同核实清点：值班人员与公安机关都确认，方为办结。',
    '保安未列为本系统角色，由值班人员随公安机关一并通知并记录。',
    '条文未写总结；为归档设总结一步、限3个工作日，是本系统的规则。',
    ...WHO_IS_MEANT,
    LEVEL_ALONE,
  ],
};
