import { relative } from 'node:path';
import type { MainSettings } from './main-contract.ts';
import { projectRoot } from './paths.ts';

/** A demo person as the welcome shows it. */
export interface DemoAccount {
  readonly username: string;
  /** What the person may do, in a few words. */
  readonly role: string;
}

/** The lines of the last screen of a start. The first holds the address and nothing else. */
export function welcome(settings: MainSettings, accounts: readonly DemoAccount[] = []): string[] {
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  const url = `http://${host}:${settings.port}`;
  const dataDir = relative(process.cwd(), settings.dataDir) || '.';
  const lines = [`就绪 ${url}`, '', `接口文档  ${url}/docs`];
  if (settings.demoPassword !== undefined) {
    lines.push(`演示账号  密码都是 ${settings.demoPassword}`);
    for (const { username, role } of accounts) lines.push(`          ${username.padEnd(18)}${role}`);
  }
  lines.push(`数据目录  ${settings.dataDir}`, '停止      Ctrl-C');
  if (settings.isDemo) {
    const isUsual = process.cwd() === projectRoot;
    lines.push(`重置      停止后执行 ${isUsual ? 'npm run cli -- reset' : `rm -rf ${dataDir}`}`);
  }
  return lines;
}
