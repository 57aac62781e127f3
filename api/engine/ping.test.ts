import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { pingOf } from './ping.ts';

const sockets = new Set<Socket>();
let connection: Connection;
/** Stands between, so that the engine can be made to hang without ending a connection. */
const between = createServer((client) => {
  const [host, port] = inject('temporalAddress').split(':') as [string, string];
  const engine = connect(Number(port), host);
  for (const socket of [client, engine]) {
    sockets.add(socket);
    socket.on('error', () => undefined);
  }
  client.pipe(engine).pipe(client);
});
beforeAll(async () => {
  await new Promise<void>((listening) => between.listen(0, '127.0.0.1', listening));
  connection = await Connection.connect({
    address: `127.0.0.1:${(between.address() as AddressInfo).port}`,
  });
});
afterAll(async () => {
  await connection.close();
  for (const socket of sockets) socket.destroy();
  between.close();
});

it('an engine that answered once and now hangs is not there, until it answers again', async () => {
  const ping = pingOf(connection);
  await ping();
  for (const socket of sockets) socket.pause();
  await expect(ping()).rejects.toThrow();
  for (const socket of sockets) socket.resume();
  await ping();
});
