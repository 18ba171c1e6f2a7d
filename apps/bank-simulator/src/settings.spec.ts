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

  it('finds a second instance by the variables that made it', () => {
    expect(readSettings({ PORT: '4000', TIRTAPAY_HOME: 'second' })).toMatchObject({
      apiUrl: 'http://127.0.0.1:4000',
      home: 'second',
    });
    expect(readSettings({ PORT: '4000', HOST: '0.0.0.0' }).apiUrl).toBe('http://127.0.0.1:4000');
    expect(readSettings({ HOST: '::1' }).apiUrl).toBe('http://[::1]:3000');
    expect(readSettings({ PORT: '4000', TIRTAPAY_URL: 'https://pdam.example' }).apiUrl).toBe(
      'https://pdam.example',
    );
  });

  it('takes what is set to nothing as not set', () => {
    const nothing = { PORT: '', HOST: '', TIRTAPAY_URL: '', TIRTAPAY_HOME: '', BANK_SIMULATOR_PORT: '' };
    expect(readSettings(nothing)).toEqual(readSettings({}));
  });

  it.each([
    { PORT: 'abc' },
    { BANK_SIMULATOR_PORT: 'abc' },
    { BANK_SIMULATOR_PORT: '70000' },
    { TIRTAPAY_URL: 'file:///x' },
    { TIRTAPAY_URL: 'x' },
  ])('refuses %j', (env) => {
    expect(() => readSettings(env)).toThrow(SettingError);
  });
});
