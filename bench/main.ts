import { rollout } from './rollout.ts';
import { w1 } from './w1.ts';
import { w3 } from './w3.ts';

const WORKLOADS: Record<string, { what: string; run: () => Promise<void> }> = {
  w1: { what: '受理与办理的吞吐：本系统对裸 Temporal 工作流', run: w1 },
  w3: { what: '超期与待办列表：一万与一百万个在办案件', run: w3 },
  rollout: { what: '日历发布后的重算：一万个在办案件，中途杀死办理进程', run: rollout },
};

const name = process.argv[2] ?? '';
const workload = WORKLOADS[name];
if (workload === undefined) {
  console.log('用法：npm run bench -- <负载>\n');
  for (const [id, { what }] of Object.entries(WORKLOADS)) console.log(`  ${id}  ${what}`);
  process.exitCode = 2;
} else {
  await workload.run();
}
