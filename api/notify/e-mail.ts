import { createTransport } from 'nodemailer';
import type { Notifier, Outcome } from './notifier.ts';

export type EMailSettings = {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  smtpUrl: string;
  /** The sender as the receiver sees it. */
  from: string;
};

export const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '::1', '[::1]'];
const SERVER_ERROR = 500;
const OF_THE_MESSAGE = ['EENVELOPE', 'EMESSAGE'];

/** What went wrong, in a word: messages of the library can hold addresses. */
const outcomeOf = (error: unknown): Outcome => {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  // 5xx to a recipient or a message is for good; anything else is for whoever runs the servers to mend.
  if (responseCode !== undefined && responseCode >= SERVER_ERROR && OF_THE_MESSAGE.includes(code ?? ''))
    return { kind: 'refused', why: `smtp_${responseCode}` };
  return { kind: 'failed', why: `smtp_${responseCode ?? code ?? 'failed'}` };
};

/**
 * E-mail over SMTP: plain text, nothing attached. A connection to another machine is encrypted or not made. `timeoutMs` bounds
 * each step of a connection.
 */
export const eMailNotifier = ({ smtpUrl, from }: EMailSettings, { timeoutMs = 10_000 } = {}): Notifier => {
  const { hostname, protocol } = new URL(smtpUrl);
  const isOwn = LOOPBACK_HOSTS.includes(hostname);
  const transport = createTransport({
    url: smtpUrl,
    ...(protocol === 'smtp:' ? { requireTLS: !isOwn, ignoreTLS: isOwn } : {}),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'shixian';
  return {
    channel: 'e-mail',
    addressIn: ({ email }) => email,
    async send({ key, to, subject, text }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${key}@${domain}>`,
        });
        return { kind: 'sent' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
};
