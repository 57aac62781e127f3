import type { RegisterId } from '../../procedures/schema.ts';

/** Names of the registers, as users read them. */
export const REGISTERS: Record<RegisterId, string> = {
  'data-grants': '数据授权台账',
  resources: '数据资源台账',
  connections: '接入台账',
  accounts: '账户台账',
  seals: '电子印章台账',
  licences: '证照台账',
  documents: '文件台账',
  projects: '项目台账',
  filings: '备案台账',
};
export const isRegister = (text: string): text is RegisterId => Object.hasOwn(REGISTERS, text);
