import { NativeBankClient } from '@tirtapay/bank-protocol';
import { testApp, type TestBank } from '../support';

const app = testApp({ jobs: false });
let bank: TestBank;

beforeAll(async () => {
  bank = await app.make.bank();
});

interface Refused {
  title: string;
  errors: { pointer: string; code: string; message: string }[];
}

async function post(path: string, body: string, language?: string): Promise<Refused> {
  const answer = await fetch(`${app.url}/api/v1${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(language !== undefined && { 'accept-language': language }),
    },
    body,
  });
  expect(answer.status).toBe(400);
  return (await answer.json()) as Refused;
}

const deep = `${'['.repeat(40)}${']'.repeat(40)}`;

it.each([
  ['{"username": ', 'syntax', 'Isi permintaan bukan JSON yang sah.', 'The body is not valid JSON.'],
  [
    '{"a":1,"a":2}',
    'duplicate_key',
    'Satu nama ditulis dua kali dalam objek yang sama.',
    'The key stands twice in one object.',
  ],
  [deep, 'too_deep', 'Susunan JSON terlalu dalam.', 'The JSON is nested too deep.'],
  ['{"__proto__":1}', 'forbidden_key', 'Nama isian ini tidak diperbolehkan.', 'The key is not allowed.'],
  [
    '{"a":"\\u0000"}',
    'encoding',
    'Teks ini berisi karakter yang tidak diterima.',
    'The text holds characters that are not accepted.',
  ],
])('a body of a person, %s: in the language of the reader', async (body, code, id, en) => {
  for (const [language, words] of [
    [undefined, id],
    ['id', id],
    ['en', en],
    ['en-GB,en;q=0.9', en],
  ] as const) {
    const [error] = (await post('/auth/login', body, language)).errors;
    expect(error).toMatchObject({ code, message: words });
  }
});

it('a body of a bank is answered in the words of the parser, the same to everybody', async () => {
  for (const language of ['id', 'en']) {
    const client = new NativeBankClient({
      baseUrl: app.url,
      keyId: bank.keyId,
      secret: bank.secret,
      now: () => app.clock.now(),
      fetch: (input, init) =>
        fetch(input, {
          ...init,
          headers: { ...(init?.headers as Record<string, string>), 'accept-language': language },
        }),
    });
    const answer = await client.send('POST', '/api/v1/payment/verify', Buffer.from('{"a":1,"a":2}'));
    expect((answer.body as Refused).errors).toMatchObject([
      { code: 'duplicate_key', message: 'the key stands twice in one object' },
    ]);
  }
});
