import type { Fields } from '../fields.ts';
import { CLASSIFIED } from '../forms/classified.ts';
import { target } from '../limits.ts';
import { cite } from '../regulations.ts';
import type { Procedure } from '../schema.ts';
import { EDITION } from './edition.ts';

const ART_18 = cite('LZ-D', '第十八条');
const ART_30_3 = cite('LZ-D', '第三十条第三款');

const disputeForm: Fields = {
  about: {
    title: '分歧所在',
    type: 'choice',
    options: { conditions: '共享条件', reasons: '申请理由', result: '授权结果', other: '其他' },
  },
  matter: { title: '分歧内容与各自主张', type: 'text', maxLength: 4000 },
  shareCase: { title: '所涉共享案件编号', type: 'text', required: false },
  ...CLASSIFIED,
};

/**
 * 第三十条第三款：对共享条件、申请理由、授权结果等存在意见分歧的，由政务信息资源共享工作主管部门召集数据提供方、数据需求方和
 * 共享交换平台建设管理单位协商解决，无法协商一致的，报请领导小组协调解决。
 */
export const lzDispute: Procedure = {
  id: 'lz-dispute',
  family: 'share',
  jurisdiction: 'lz',
  title: '数据共享分歧协调',
  basis: ART_30_3,
  edition: EDITION,
  submitters: ['requester', 'data-provider', 'platform-manager'],
  form: disputeForm,
  start: ['negotiate'],
  stages: {
    negotiate: {
      title: '主管部门召集协商',
      basis: ART_30_3,
      by: 'competent-department',
      within: target(5, 'working-day', ART_30_3),
      outcomes: {
        agreed: {
          title: '协商一致',
          demands: ['fields'],
          fields: {
            agreement: { title: '协商一致的内容', type: 'text', maxLength: 4000 },
            present: { title: '参加协商的单位', type: 'texts' },
          },
          ends: 'agreed',
        },
        'not-agreed': { title: '无法协商一致，报请领导小组', demands: ['reasons'], opens: ['settle'] },
      },
    },
    settle: {
      title: '领导小组协调解决',
      basis: ART_30_3,
      by: 'leading-group',
      within: target(10, 'working-day', ART_30_3),
      outcomes: {
        settled: {
          title: '已协调解决',
          demands: ['fields'],
          fields: { decision: { title: '协调意见', type: 'text', maxLength: 4000 } },
          ends: 'settled',
        },
      },
    },
  },
  endings: { agreed: '协商一致', settled: '领导小组已协调解决', withdrawn: '已撤回' },
  houseRules: [
    '协商5个工作日、协调10个工作日条文未定，为服务目标。',
    '各方意见由主管部门据会议纪要录入；共享案件不因协调结果自动改变，由承办人据以办理。',
    '共享案件已经办结的不重新打开：条文没有这样的规定，依协调结果另行申请。',
  ],
};

/** 第十八条：发现数据不一致时，要及时修改；部门间有分歧的，由政务信息资源共享工作主管部门协调核实。 */
export const lzCollectionConflict: Procedure = {
  id: 'lz-collection-conflict',
  family: 'share',
  jurisdiction: 'lz',
  title: '数据采集分歧协调核实',
  basis: ART_18,
  edition: EDITION,
  submitters: ['unit-platform-administrator', 'requester'],
  form: {
    data: { title: '不一致的数据', type: 'text' },
    otherDepartment: { title: '另一采集部门', type: 'department' },
    ownRecord: { title: '本部门所载内容', type: 'text', maxLength: 4000 },
    otherRecord: { title: '对方所载内容', type: 'text', maxLength: 4000 },
    ...CLASSIFIED,
  },
  start: ['coordinate'],
  stages: {
    coordinate: {
      title: '主管部门协调核实',
      basis: ART_18,
      by: 'competent-department',
      within: target(5, 'working-day', ART_18),
      outcomes: {
        verified: {
          title: '已核实，由有误一方修改',
          demands: ['fields'],
          fields: {
            finding: { title: '核实结论', type: 'text', maxLength: 4000 },
            wrong: {
              title: '有误一方',
              type: 'choice',
              options: { filer: '提出部门', other: '另一采集部门', both: '双方' },
            },
          },
          opens: ['modify'],
        },
        'no-conflict': { title: '经核实并无不一致', demands: ['reasons'], ends: 'no-conflict' },
      },
    },
    modify: {
      title: '有误一方修改，主管部门确认',
      basis: ART_18,
      by: 'competent-department',
      within: target(2, 'working-day', ART_18),
      outcomes: {
        modified: {
          title: '已修改一致',
          demands: ['fields'],
          fields: { modified: { title: '修改的单位、内容和时间', type: 'text', maxLength: 4000 } },
          ends: 'verified',
        },
      },
    },
  },
  endings: { verified: '已核实并修改', 'no-conflict': '并无不一致', withdrawn: '已撤回' },
  houseRules: [
    '协调核实按5个、修改（“及时”）按2个工作日，条文均未定，为服务目标。',
    '修改在有误一方自己的业务系统内进行，由主管部门确认后方可办结；条文没有报请领导小组的规定。',
  ],
};
