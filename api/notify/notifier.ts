import type { Contact } from '../../store/index.ts';

/** The ways to reach a person. In the application the notice itself is the message: it needs no sending. */
export type ChannelId = 'in-app' | 'e-mail' | 'sms' | 'telephone';

export type Message = {
  /** The same at every attempt: a channel that can tell has one effect only. */
  key: string;
  /** An address of this channel. */
  to: string;
  subject: string;
  text: string;
};

/** `why` is a short word for the log and the list of what was not delivered; never an address. */
export type Outcome =
  | { kind: 'sent' }
  /** May go better another time. */
  | { kind: 'failed'; why: string }
  /** Will not go better by trying again. */
  | { kind: 'refused'; why: string };

/** One channel. `send` may be called again with a message that has arrived already; it answers, and does not throw. */
export type Notifier = {
  readonly channel: ChannelId;
  /** Where this channel reaches a person; null: not at all. */
  addressIn(contact: Contact): string | null;
  send(message: Message): Promise<Outcome>;
};
