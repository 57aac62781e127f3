/**
 * 进展: how far a project (项目、规划) has come, as its line in the register says. Each is a step that an article names: LY-E 第四条至
 * 第十一条, DQ-D 第七条, LS-D 第四十七条. What is not accepted is not used (LY-E 第十一条, DQ-D 第七条), so the words say which is which.
 */
export const PROGRESS = {
  proposed: '已报送项目建设计划',
  urgent: '情况紧急，报请不受年度计划约束',
  'in-plan': '已列入年度计划，待批准',
  'plan-received': '年度计划和预算安排已报财政部门',
  'plan-approved': '年度计划已批准',
  'urgent-approved': '计划外项目已批准，可直接报审',
  applied: '已提出项目申请',
  consulted: '已组织协商',
  assessed: '已经专家或咨询机构评估',
  agreed: '已下达同意建设的意见',
  'under-review': '已受理，待专家评审',
  reviewed: '已经专家评审',
  'opinion-issued': '已出具技术方案评审意见',
  reported: '项目情况已报市政府',
  conforming: '符合性审查通过',
  'sharing-reviewed': '符合共享要求',
  approved: '已批准',
  budgeted: '已纳入年度预算',
  funded: '经费已落实',
  procured: '已完成采购，签订合同',
  'contract-filed': '合同已报备',
  built: '已建成，待验收，不得投入使用',
  'acceptance-failed': '验收不合格，不得投入使用',
  accepted: '验收合格，可以投入使用',
  filed: '已报上级主管部门备案',
  'plan-consulted': '规划已征求意见',
  issued: '规划已印发',
  'not-planned': '未列入年度计划',
  refused: '未通过',
  abandoned: '不再建设',
  withdrawn: '已撤回',
  terminated: '已终止',
} as const;
export type Progress = keyof typeof PROGRESS;
