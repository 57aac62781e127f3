import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { fromEnvironment, toEnvironment } from './main-contract.ts';

const SETTINGS = {
  ...{ databaseUrl: 'postgres://a', temporalAddress: 'a:1', temporalNamespace: 'default' },
  ...{ isEmbedded: true, isDemo: false, host: '127.0.0.1', port: 3000 },
  ...{ dataDir: '.data', cacheDir: '.cache', logLevel: 'info' },
};
const BOTH = { DATABASE_URL: 'postgres://a:b@db:5432/x', TEMPORAL_ADDRESS: 'temporal:7233' };

describe('configuration', () => {
  it('has defaults for everything', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', isDemo: true, logLevel: 'info' });
    expect(config.dataDir).toMatch(/\.data$/);
    expect(config.cacheDir).toMatch(/\.cache$/);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', LOG_LEVEL: '' })).toEqual(readConfig({}));
  });

  it.each([
    [{ PORT: 'abc' }, /PORT/],
    [{ PORT: '70000' }, /PORT/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL/],
    [{ TEMPORAL_ADDRESS: 'http://x' }, /TEMPORAL_ADDRESS/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
    [{ METRICS_TOKEN: 'short' }, /METRICS_TOKEN/],
    [{ PUBLIC_URL: 'here' }, /PUBLIC_URL/],
    [{ SMTP_URL: 'mail.example.com', MAIL_FROM: 'a@example.com' }, /SMTP_URL/],
    [{ SMTP_URL: 'smtp://mail.example.com' }, /MAIL_FROM/],
    [{ SMTP_URL: 'smtp://mail.example.com', MAIL_FROM: 'nobody' }, /MAIL_FROM/],
    [{ SMS_GATEWAY_URL: 'https://sms.example.com/send' }, /SMS_GATEWAY_SECRET/],
    [{ SMS_GATEWAY_SECRET: 'a-secret-of-the-sms-gateway' }, /SMS_GATEWAY_URL/],
    [
      { TELEPHONE_GATEWAY_URL: 'https://a.example.com', TELEPHONE_GATEWAY_SECRET: 'short' },
      /TELEPHONE_GATEWAY_SECRET/,
    ],
    [
      { TELEPHONE_GATEWAY_URL: 'http://a.example.com', TELEPHONE_GATEWAY_SECRET: 'x'.repeat(16) },
      /TELEPHONE_GATEWAY_URL/,
    ],
    [{ ...BOTH, TEMPORAL_CONFIG_FILE: '/nowhere.toml', TEMPORAL_PROFILE: 'missing' }, /TEMPORAL_/],
  ])('names the variable that is wrong: %j', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(message);
  });

  it('hands the token of the metrics on to the API', () => {
    const { metricsToken } = readConfig({ METRICS_TOKEN: 'secret-of-the-scraper' });
    const settings = { ...SETTINGS, ...(metricsToken === undefined ? {} : { metricsToken }) };
    expect(fromEnvironment(toEnvironment(settings)).metricsToken).toBe('secret-of-the-scraper');
    expect(fromEnvironment(toEnvironment(SETTINGS))).not.toHaveProperty('metricsToken');
  });

  it('reaches nobody outside the application unless told by what', () => {
    expect(readConfig({}).channels).toEqual({ publicUrl: null, email: null, sms: null, telephone: null });
    const secret = 'a-secret-of-the-sms-gateway';
    const { channels } = readConfig({
      ...{
        PUBLIC_URL: 'https://shixian.example.com/',
        SMTP_URL: 'smtps://mail.example.com',
        MAIL_FROM: 'shixian@example.com',
      },
      ...{ SMS_GATEWAY_URL: 'http://127.0.0.1:8080/sms', SMS_GATEWAY_SECRET: secret },
    });
    expect(channels).toEqual({
      publicUrl: 'https://shixian.example.com',
      email: { smtpUrl: 'smtps://mail.example.com', from: 'shixian@example.com' },
      sms: { url: 'http://127.0.0.1:8080/sms', secret },
      telephone: null,
    });
  });

  it('is demo mode unless both engines are given', () => {
    expect(readConfig({ DATABASE_URL: BOTH.DATABASE_URL }).isDemo).toBe(true);
    expect(readConfig({ TEMPORAL_ADDRESS: BOTH.TEMPORAL_ADDRESS }).isDemo).toBe(true);
    expect(readConfig(BOTH).isDemo).toBe(false);
  });

  it('keeps demo mode out of production and on loopback', () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(/NODE_ENV/);
    expect(() => readConfig({ HOST: '0.0.0.0' })).toThrow(/HOST/);
    expect(readConfig({ ...BOTH, NODE_ENV: 'production', HOST: '0.0.0.0' }).host).toBe('0.0.0.0');
  });
});
