import { readSettings, SettingError } from './settings';

describe('settings', () => {
  it('defaults to the demo on this machine', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      port: 3100,
      host: '127.0.0.1',
      apiUrl: 'http://127.0.0.1:3000',
      home: '.tirtapay',
    });
    expect(settings.banks.map(({ keyId }) => keyId)).toEqual(['demo-bank-sultra', 'demo-bank-kedua']);
  });

  it('takes everything from the environment', () => {
    const settings = readSettings({
      BANK_SIMULATOR_PORT: '0',
      BANK_SIMULATOR_HOST: '0.0.0.0',
      TIRTAPAY_URL: 'https://pdam.example',
      TIRTAPAY_HOME: '/var/lib/tirta pay',
      BANK_API_KEY: 'kunci',
      BANK_API_SECRET: 'rahasia',
    });
    expect(settings).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      apiUrl: 'https://pdam.example',
      home: '/var/lib/tirta pay',
    });
    expect(settings.banks[0]).toMatchObject({ keyId: 'kunci', secret: 'rahasia' });
  });

  it.each([
    { BANK_SIMULATOR_PORT: 'abc' },
    { BANK_SIMULATOR_PORT: '70000' },
    { TIRTAPAY_URL: 'file:///x' },
    { TIRTAPAY_URL: 'x' },
  ])('refuses %j', (env) => {
    expect(() => readSettings(env)).toThrow(SettingError);
  });
});
