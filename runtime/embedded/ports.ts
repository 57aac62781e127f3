import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';

// Below the range from which systems hand out ports for outgoing connections: a server that is restarted on the
// port it had must not find it taken by somebody's client socket.
const FIRST_PORT = 15_000;
const LAST_PORT = 32_000;

/** Whether a listener can be opened on this host and port now. */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A port of the loopback interface that was free a moment ago, drawn at random. Throws when 200 draws fail. */
export async function freePort(): Promise<number> {
  for (let draw = 0; draw < 200; draw++) {
    const port = randomInt(FIRST_PORT, LAST_PORT);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`no free port between ${FIRST_PORT} and ${LAST_PORT} in 200 draws`);
}

/** The wanted port, or the next higher one that is free on this host (within 100); `undefined` when none is. */
export async function firstFreePortFrom(wanted: number, host: string): Promise<number | undefined> {
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port++) {
    if (await isPortFree(port, host)) return port;
  }
  return undefined;
}

/** Whether somebody accepts TCP connections there, asked once, within `timeoutMs`. */
export function accepts(port: number, host = '127.0.0.1', timeoutMs = 1_000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: timeoutMs });
    const answer = (yes: boolean): void => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('timeout', () => answer(false));
  });
}
