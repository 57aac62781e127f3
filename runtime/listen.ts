import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Main } from './main-shell.ts';

/** How long a request, or a stream of events, may hold up the end. */
const PATIENCE_MS = 5_000;

/**
 * Serves HTTP on the address. At its stop it takes no new connections, gives the requests under way five
 * seconds, closes the idle connections, and then lets go of what the listener depends on. Rejects when the port is taken.
 */
export async function listen(
  listener: RequestListener,
  address: { readonly host: string; readonly port: number },
  release: () => Promise<void> = async () => undefined,
): Promise<Main> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: address.host, port: address.port }, resolve);
  });
  return {
    facts: { port: (server.address() as AddressInfo).port },
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const cutting = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
      await closed;
      clearTimeout(cutting);
      await release();
    },
  };
}
