import { type AddressInfo, createServer, type Socket } from 'node:net';

export type ReceivedMail = { to: string[]; headers: Record<string, string>; text: string };

const decoded = (body: string, encoding: string): string => {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, '%$1');
  return decodeURIComponent(bytes.replaceAll(/%(?![0-9A-F]{2})/g, '%25'));
};
const decodedWords = (text: string): string =>
  text.replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=\s*/gi, (_all, kind: string, body: string) =>
    kind.toUpperCase() === 'B'
      ? Buffer.from(body, 'base64').toString('utf8')
      : decodeURIComponent(
          body
            .replaceAll('_', ' ')
            .replaceAll('%', '%25')
            .replaceAll(/=([0-9A-F]{2})/g, '%$1'),
        ),
  );

const parsed = (to: string[], data: string): ReceivedMail => {
  const [head = '', ...body] = data.split('\r\n\r\n');
  const headers = Object.fromEntries(
    head
      .replaceAll(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        decodedWords(line.slice(line.indexOf(':') + 2)),
      ]),
  );
  return { to, headers, text: decoded(body.join('\r\n\r\n'), headers['content-transfer-encoding'] ?? '') };
};

/** A mail server of few words: keeps every message it takes. */
export const startSmtpStub = async () => {
  const mails: ReceivedMail[] = [];
  const stub = { /** What recipients are answered with, e.g. `550 no such user`. */ recipient: '250 ok' };
  const talk = (socket: Socket): void => {
    let to: string[] = [];
    /** The message as far as it has come; null: between messages. */
    let data: string | null = null;
    let rest = '';
    const say = (line: string) => void socket.write(`${line}\r\n`);
    const take = (text: string): void => {
      if (text !== '.') {
        data += `${text.replace(/^\.\./, '.')}\r\n`;
        return;
      }
      mails.push(parsed(to, data ?? ''));
      data = null;
      say('250 taken');
    };
    const answerTo = (text: string): string => {
      if (/^MAIL FROM/i.test(text)) to = [];
      if (/^DATA/i.test(text)) data = '';
      if (/^STARTTLS/i.test(text)) return '502 no such command';
      if (!/^RCPT TO/i.test(text)) return data === '' ? '354 go on' : '250 ok';
      to.push(/<(.*)>/.exec(text)?.[1] ?? '');
      return stub.recipient;
    };
    const line = (text: string): void => {
      if (data !== null) take(text);
      else if (/^QUIT/i.test(text)) socket.end('221 bye\r\n');
      else say(answerTo(text));
    };
    say('220 stub');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const each of lines) line(each);
    });
  };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    talk(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(stub, {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
};
export type SmtpStub = Awaited<ReturnType<typeof startSmtpStub>>;
