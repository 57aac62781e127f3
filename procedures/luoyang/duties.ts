import { BEFORE } from '../readings.ts';
import { cite } from '../regulations.ts';
import type { DatedLimit } from '../schema.ts';
import { duty } from '../shapes/duty.ts';
import { EDITION, EDITION_D } from './forms.ts';

const PROGRESS = cite('LY', '第四项');
const DEPARTMENT = cite('LY-D', '第四十七条第一款');
const AGENCY = cite('LY-D', '第四十七条第二款');
const EVALUATION = cite('LY-D', '第四十六条第一款');

const BY_25TH: DatedLimit = {
  unit: 'date',
  rule: { kind: 'day-of-month', day: 25 },
  move: 'none',
  kind: 'statutory',
  basis: PROGRESS,
};
const BY_END_OF_JANUARY: DatedLimit = {
  unit: 'date',
  rule: { kind: 'month-end', month: 1 },
  move: 'none',
  kind: 'statutory',
  basis: DEPARTMENT,
};
const BY_END_OF_FEBRUARY: DatedLimit = {
  unit: 'date',
  rule: { kind: 'month-end', month: 2 },
  move: 'none',
  kind: 'statutory',
  basis: AGENCY,
};

/**
 * 第四项：每月25日前，市政务服务和大数据管理局收集汇总各单位数据归集共享工作进展情况，并向市政府报告，年底前向市政府报告全年落实情况。
 */
export const lyMonthlyProgress = duty({
  id: 'ly-monthly-progress',
  jurisdiction: 'ly',
  edition: EDITION,
  title: '数据归集共享工作进展月报',
  basis: PROGRESS,
  holder: 'platform-manager',
  every: 'month',
  kind: 'statutory',
  limit: BY_25TH,
  fields: {
    units: { title: '各单位进展汇总', type: 'text', maxLength: 4000 },
  },
  // 年底前: by the end of December.
  alongside: {
    stage: 'report-year',
    month: 12,
    title: '向市政府报告全年落实情况',
    fields: { wholeYear: { title: '全年落实情况', type: 'text', maxLength: 4000 } },
  },
  receive: { by: 'city-government', title: '市政府接收报告' },
  houseRules: [
    BEFORE,
    '25日和年底遇休息日不顺延；“年底前”按至当年12月31日24时理解。',
    '全年落实情况与12月的月报同案办理，期限各别：月报至25日，全年落实情况至年底；两份都报告后由市政府一并接收。',
    '第四项另要求各单位定期推送增量数据：是持续的归集，不逐次立案，推送情况汇总在本报告中；对未完成或进展缓慢单位的通报（第五项）不在本系统办理。',
  ],
});

/** 第四十七条第一款：应当于每年1月底前向市政务服务和大数据管理机构提交上一年度政务数据管理情况。 */
export const lyAnnualDepartment = duty({
  id: 'ly-annual-department',
  jurisdiction: 'ly',
  edition: EDITION_D,
  title: '上一年度政务数据管理情况报送',
  basis: DEPARTMENT,
  holder: 'unit-platform-administrator',
  every: 'year',
  kind: 'statutory',
  opensOn: { month: 1, day: 1 },
  limit: BY_END_OF_JANUARY,
  receive: { by: 'platform-manager', title: '市政务服务和大数据管理机构接收' },
  houseRules: [BEFORE, '1月31日遇休息日不顺延；所属期间是报送的年度，报送的是其上一年度的情况。'],
});

/** 第四十七条第二款：应当于每年2月底前向市人民政府提交上一年度本市政务数据管理情况年度报告。 */
export const lyAnnualAgency = duty({
  id: 'ly-annual-agency',
  jurisdiction: 'ly',
  edition: EDITION_D,
  title: '上一年度本市政务数据管理情况年度报告',
  basis: AGENCY,
  holder: 'platform-manager',
  every: 'year',
  kind: 'statutory',
  opensOn: { month: 2, day: 1 },
  limit: BY_END_OF_FEBRUARY,
  receive: { by: 'city-government', title: '市人民政府接收年度报告' },
  houseRules: [BEFORE, '2月最后一日遇休息日不顺延；所属期间是报送的年度，报送的是其上一年度的情况。'],
});

/** 第四十六条第一款：会同相关部门每年对……政务数据资源汇聚、共享、开放、应用、安全等工作情况进行评价。 */
export const lyEvaluation = duty({
  id: 'ly-evaluation',
  jurisdiction: 'ly',
  edition: EDITION_D,
  title: '政务数据管理工作年度评价',
  basis: EVALUATION,
  holder: 'platform-manager',
  every: 'year',
  kind: 'statutory',
  fields: {
    partners: { title: '会同部门', type: 'texts' },
    results: { title: '各单位汇聚、共享、开放、应用、安全评价结果', type: 'text', maxLength: 4000 },
    // 第十三条第二款：将责任清单落实情况，作为……考核评价的重要内容。
    responsibilityLists: { title: '责任清单落实情况', type: 'text', maxLength: 4000 },
  },
  receive: { by: 'city-government', title: '市人民政府接收评价结果，用于目标考核' },
  houseRules: [
    '条文只写“每年”：按当年12月31日届满。',
    '市人民政府自行组织的定期评估及其公布（第四十五条）、县（市、区）机构的评价（第四十六条第二款）不在本事项内。',
  ],
});
