/**
 * Roles of the regulations. A person holds a role inside a department.
 * `scope` says whose department acts in a case: the one that holds the role in the jurisdiction, the unit that filed the case,
 * or the one that owns the resource asked for.
 */
export type RoleScope = 'jurisdiction' | 'own-unit' | 'resource-owner';

const role = <L extends string | null>(title: string, scope: RoleScope, lead: L) => ({ title, scope, lead });

/** `lead`: who hears first of a limit this role has missed; null where nobody stands above it in its own department. */
export const ROLES = {
  requester: role('数据需求方', 'own-unit', 'unit-head'),
  'unit-platform-administrator': role('单位平台管理员', 'own-unit', 'unit-head'),
  'platform-manager': role('平台管理单位', 'jurisdiction', 'unit-head'),
  'platform-operator': role('平台运维单位', 'jurisdiction', 'unit-head'),
  'data-provider': role('数据提供方', 'resource-owner', 'data-provider-lead'),
  'data-provider-lead': role('数据提供方分管领导', 'resource-owner', 'data-provider-head'),
  'data-provider-head': role('数据提供方主要负责人', 'resource-owner', null),
  'competent-department': role('主管部门', 'jurisdiction', 'unit-head'),
  'leading-group': role('领导小组', 'jurisdiction', null),
  'licence-issuer': role('证照签发机构', 'jurisdiction', 'unit-head'),
  hotline: role('政务服务热线', 'jurisdiction', 'unit-head'),
  'service-centre': role('政务服务中心', 'jurisdiction', 'unit-head'),
  'responsible-department': role('责任部门', 'resource-owner', 'unit-head'),
  'duty-officer': role('值班人员', 'own-unit', 'unit-head'),
  'security-lead': role('数据安全负责人', 'own-unit', 'unit-head'),
  'unit-head': role('单位领导', 'own-unit', null),
  'party-office': role('党工委办公室', 'jurisdiction', 'unit-head'),
  'management-office': role('管委会办公室', 'jurisdiction', 'unit-head'),
  police: role('公安机关', 'jurisdiction', null),
  'secrecy-administration': role('保密行政管理部门', 'jurisdiction', null),
  'security-authority': role('信息安全主管部门', 'jurisdiction', null),
  'city-government': role('市政府', 'jurisdiction', null),
  'superior-platform': role('上级平台管理部门', 'jurisdiction', null),
  finance: role('财政部门', 'jurisdiction', 'unit-head'),
  'seal-keeper': role('印章保管人', 'own-unit', 'unit-head'),
  expert: role('专家组', 'jurisdiction', null),
  supervisor: role('监督人员', 'jurisdiction', null),
  auditor: role('审计人员', 'jurisdiction', null),
  administrator: role('系统管理员', 'jurisdiction', null),
} as const;

export type Role = keyof typeof ROLES;
export const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text);

/** The role that stands above `acting` in its own department, or null. */
export const leadOf = (acting: Role): Role | null => ROLES[acting].lead;
