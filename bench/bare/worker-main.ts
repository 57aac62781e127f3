import { NativeConnection, Worker } from '@temporalio/worker';
import { runMain } from '../../runtime/main-shell.ts';
import { inProject } from '../../runtime/paths.ts';
import { bundleWorkflows } from '../../runtime/workflow-bundle.ts';

/** The bare workflow's worker, with the settings of ours. */
await runMain(async (settings) => {
  const connection = await NativeConnection.connect({ address: settings.temporalAddress });
  const worker = await Worker.create({
    connection,
    namespace: settings.temporalNamespace,
    taskQueue: 'bare',
    workflowBundle: await bundleWorkflows({ workflowsPath: inProject('bench/bare/workflows.ts') }),
  });
  const running = worker.run();
  return {
    async stop() {
      worker.shutdown();
      await running;
      await connection.close();
    },
  };
});
