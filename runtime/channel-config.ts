import { z } from 'zod';
import { LOOPBACK_HOSTS } from '../api/notify/e-mail.ts';
import type { ChannelSettings } from '../api/notify/notifiers.ts';
import { StartFailure } from './start-failure.ts';

const filled = z
  .string()
  .transform((text) => (text.trim() === '' ? undefined : text.trim()))
  .optional();

const hostOf = (text: string): string | null => {
  try {
    return new URL(text).hostname;
  } catch {
    return null;
  }
};
const isLoopback = (text: string): boolean => LOOPBACK_HOSTS.includes(hostOf(text) ?? '');

const webAddress = filled.pipe(
  z
    .string()
    .refine((text) => hostOf(text) !== null && /^https?:\/\//.test(text), '应形如 https://主机/路径')
    .optional(),
);
// Telephone numbers go there: in clear only inside this machine.
const gatewayAddress = filled.pipe(
  z
    .string()
    .refine(
      (text) =>
        hostOf(text) !== null && (/^https:\/\//.test(text) || (/^http:\/\//.test(text) && isLoopback(text))),
      '应形如 https://主机/路径（只有本机可用 http）',
    )
    .optional(),
);
const secret = filled.pipe(z.string().min(16, '至少 16 个字符').optional());

/** Variables that say by what people are reached beside the application. Without them: by nothing. */
export const channelVariables = {
  PUBLIC_URL: webAddress,
  SMTP_URL: filled.pipe(
    z
      .string()
      .refine((text) => hostOf(text) && /^smtps?:\/\//.test(text), '应形如 smtp://用户:密码@主机:端口')
      .optional(),
  ),
  MAIL_FROM: filled.pipe(
    z
      .string()
      .regex(/^[^@\s<>"]+@[\w.-]+$/, '应为一个电子邮件地址')
      .optional(),
  ),
  SMS_GATEWAY_URL: gatewayAddress,
  SMS_GATEWAY_SECRET: secret,
  TELEPHONE_GATEWAY_URL: gatewayAddress,
  TELEPHONE_GATEWAY_SECRET: secret,
};

type Values = { [Name in keyof typeof channelVariables]?: string | undefined };

/** Two variables that make sense together only. */
const both = <T>(
  values: Values,
  names: [keyof Values, keyof Values],
  make: (one: string, other: string) => T,
): T | null => {
  const [one, other] = names.map((name) => values[name]);
  if (one !== undefined && other !== undefined) return make(one, other);
  if (one === undefined && other === undefined) return null;
  const lacking = one === undefined ? names[0] : names[1];
  throw new StartFailure(`环境变量 ${lacking} 未设置：${names[0]} 与 ${names[1]} 须同时给出`);
};

/** The channels as the variables have them. Throws StartFailure that names the one that is missing. */
export const channelsOf = (values: Values): ChannelSettings => ({
  publicUrl: values.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
  email: both(values, ['SMTP_URL', 'MAIL_FROM'], (smtpUrl, from) => ({ smtpUrl, from })),
  sms: both(values, ['SMS_GATEWAY_URL', 'SMS_GATEWAY_SECRET'], (url, key) => ({ url, secret: key })),
  telephone: both(values, ['TELEPHONE_GATEWAY_URL', 'TELEPHONE_GATEWAY_SECRET'], (url, key) => ({
    url,
    secret: key,
  })),
});
