import { ERROR_CODES } from '@tirtapay/contracts';
import { testApp } from '../support';

const app = testApp({ jobs: false });

describe('pages for developers', () => {
  it('show every operation without a script and without anything from elsewhere', async () => {
    const page = await app.anyone.get('/api/docs', { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('<html lang="id">');
    for (const id of ['verifyBills', 'snapInquireVa', 'checkSignature', 'startBankCertification'])
      expect(page.text).toContain(`id="${id}"`);
    expect(page.text).not.toMatch(/<script|src=|@import|href="https?:/i);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const english = await app.anyone.get('/api/docs', {
      headers: { accept: 'text/html', 'accept-language': 'en' },
    });
    expect(english.text).toContain('<html lang="en">');
  });

  it('give the document as JSON at its own address, and where JSON is asked for', async () => {
    const own = await app.anyone.get<{ openapi: string; paths: object }>('/api/docs/openapi.json');
    expect(own.body.openapi).toMatch(/^3\./);
    expect(Object.keys(own.body.paths)).toContain('/api/v1/payment/verify');
    const asked = await app.anyone.get('/api/docs', { headers: { accept: 'application/json' } });
    expect(asked.body).toEqual(own.body);
    const postman = await app.anyone.get<{ item: object[] }>('/api/docs/postman.json');
    expect(postman.body.item).toHaveLength(2);
  });

  it('explain every error where a problem document points', async () => {
    const refused = await app.anyone.get<{ type: string }>('/customers');
    const [path, code] = refused.body.type.split('#');
    const page = await fetch(app.url + (path ?? ''));
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain(`<section id="${code ?? 'none'}">`);
    expect(text.match(/<section id=/g)).toHaveLength(ERROR_CODES.length);
  });

  it('list the catalogue for the console', async () => {
    const list = await app.anyone.get<{ code: string; title: { id: string } }[]>('/errors-catalogue');
    expect(list.body.map(({ code }) => code)).toEqual([...ERROR_CODES]);
    expect(list.body.find(({ code }) => code === 'bank.not_certified')).toMatchObject({
      status: 409,
      safe_to_retry: false,
      audience: ['staff'],
      title: { en: 'Bank not certified' },
    });
  });
});
