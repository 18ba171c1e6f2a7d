import { checkBankAddress } from '../../src/modules/bank-gateway/outbound';
import { pinAddress } from '../../src/modules/bank-gateway/outbound/bank-address';

const verdict = (text: string, production = true) => {
  const result = checkBankAddress(text, { production });
  return result.ok ? 'OK' : result.problem;
};

describe('the address of a bank', () => {
  it.each([
    ['https://api.bankcontoh.co.id', 'OK'],
    ['https://api.bankcontoh.co.id:8443/snap', 'OK'],
    ['http://api.bankcontoh.co.id', 'NOT_HTTPS'],
    ['file:///etc/passwd', 'HOST'],
    ['ftp://api.bankcontoh.co.id', 'NOT_HTTPS'],
    ['https://127.1', 'HOST'],
    ['https://127.0.0.1', 'HOST'],
    ['https://[::1]', 'HOST'],
    ['https://169.254.169.254/latest', 'HOST'],
    ['https://2130706433', 'HOST'],
    ['https://0x7f000001', 'HOST'],
    ['https://0177.0.0.1', 'HOST'],
    ['https://localhost', 'HOST'],
    ['https://bank', 'HOST'],
    ['https://user@api.bankcontoh.co.id', 'CREDENTIALS'],
    ['https://api.bankcontoh.co.id@evil.example.com', 'CREDENTIALS'],
    ['https://api.bankcontoh.co.id:5432', 'PORT'],
    ['https://аpi.bankcontoh.co.id', 'HOST'],
    ['https://xn--pi-8cd.bankcontoh.co.id', 'HOST'],
    ['https://api.bankcontoh.co.id/?next=1', 'MALFORMED'],
    ['https://api.bankcontoh.co.id\\@evil.example.com', 'MALFORMED'],
    ['https://API.bankcontoh.co.id', 'HOST'],
    ['not a url', 'MALFORMED'],
    ['', 'MALFORMED'],
  ])('%s is %s in production', (text, expected) => {
    expect(verdict(text)).toBe(expected);
  });

  it('may be this machine only outside production', () => {
    expect(verdict('http://127.0.0.1:3100/snap', false)).toBe('OK');
    expect(verdict('http://[::1]:3100/snap', false)).toBe('OK');
    expect(verdict('http://127.0.0.1:3100/snap', true)).toBe('NOT_HTTPS');
    expect(verdict('http://10.0.0.5/snap', false)).toBe('NOT_HTTPS');
    expect(verdict('https://10.0.0.5/snap', false)).toBe('HOST');
  });

  it('is resolved once and must lead to public addresses only', async () => {
    // What a rebinding name would answer at the time of the call: an address of this machine.
    await expect(pinAddress(new URL('https://localhost/'), { production: true })).rejects.toThrow(
      /may not be called/,
    );
    await expect(pinAddress(new URL('https://10.0.0.5/'), { production: false })).rejects.toThrow(
      /may not be called/,
    );
    await expect(pinAddress(new URL('https://169.254.169.254/'), { production: false })).rejects.toThrow(
      /may not be called/,
    );
    await expect(pinAddress(new URL('https://[::ffff:127.0.0.1]/'), { production: true })).rejects.toThrow(
      /may not be called/,
    );
    expect(await pinAddress(new URL('http://127.0.0.1:3100/'), { production: false })).toEqual({
      address: '127.0.0.1',
      family: 4,
    });
    expect(await pinAddress(new URL('https://93.184.215.14/'), { production: true })).toMatchObject({
      address: '93.184.215.14',
    });
  });
});
