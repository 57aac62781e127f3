import { type EMailSettings, eMailNotifier } from './e-mail.ts';
import { type GatewaySettings, gatewayNotifier } from './gateway.ts';
import type { Notifier } from './notifier.ts';

/** Which channels the installation has, and where the links in messages lead. null: switched off. */
export type ChannelSettings = {
  /** Address of this system as people reach it, without a slash at the end. */
  publicUrl: string | null;
  email: EMailSettings | null;
  sms: GatewaySettings | null;
  telephone: GatewaySettings | null;
};

export const NO_CHANNELS: ChannelSettings = { publicUrl: null, email: null, sms: null, telephone: null };

/** The secrets shared with the gateways that are switched on. */
export const gatewaySecretsOf = ({ sms, telephone }: ChannelSettings) => ({
  ...(sms === null ? {} : { sms: sms.secret }),
  ...(telephone === null ? {} : { telephone: telephone.secret }),
});

/** The channels that are switched on, beside the application itself. */
export const notifiersOf = ({ email, sms, telephone }: ChannelSettings): Notifier[] => [
  ...(email === null ? [] : [eMailNotifier(email)]),
  ...(sms === null ? [] : [gatewayNotifier('sms', sms)]),
  ...(telephone === null ? [] : [gatewayNotifier('telephone', telephone)]),
];
