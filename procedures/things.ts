import type { RegisterId } from './schema.ts';

/** A kind of thing that lines of a register (台账) are about: what its name is called, and among what no two have the same name. */
export type Kind = { register: RegisterId; called: string; unique: Among };
export type Among = 'jurisdiction' | 'department';

/**
 * What is told apart how, in one place for all procedures that touch it: a later case finds the line of a thing by its name. `department`:
 * that of whoever files the case. Data grants and filings are not among them: each is what its own case made.
 */
export const THINGS = {
  resource: { register: 'resources', called: '目录编号', unique: 'jurisdiction' },
  dataset: { register: 'resources', called: '数据集名称', unique: 'jurisdiction' },
  connection: { register: 'connections', called: '接入网络或系统名称', unique: 'department' },
  'platform-system': { register: 'connections', called: '接入平台的系统名称', unique: 'jurisdiction' },
  device: { register: 'connections', called: '设备名称与编号', unique: 'department' },
  'office-account': { register: 'accounts', called: '协同办公系统账号', unique: 'jurisdiction' },
  'service-account': { register: 'accounts', called: '政务服务系统账号', unique: 'jurisdiction' },
  'platform-account': { register: 'accounts', called: '共享交换平台账号', unique: 'jurisdiction' },
  seal: { register: 'seals', called: '印章编号', unique: 'jurisdiction' },
  'seal-system': { register: 'seals', called: '电子印章系统', unique: 'department' },
  licence: { register: 'licences', called: '电子证照编号', unique: 'jurisdiction' },
  'licence-kind': { register: 'licences', called: '证照名称或标识', unique: 'jurisdiction' },
  document: { register: 'documents', called: '文号', unique: 'jurisdiction' },
  project: { register: 'projects', called: '项目名称', unique: 'department' },
  plan: { register: 'projects', called: '规划名称', unique: 'department' },
} as const satisfies Record<string, Kind>;
export type ThingId = keyof typeof THINGS;

/** Registers whose lines each are what one case made, so that no other case can mean them. */
export const OF_THEIR_CASE: readonly RegisterId[] = ['data-grants', 'filings'];

/** Registers whose lines end of themselves after the day that `until` names (使用期限、有效期至). */
export const ENDING = ['data-grants', 'licences'] as const satisfies readonly RegisterId[];
