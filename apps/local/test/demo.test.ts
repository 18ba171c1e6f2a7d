import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EXAMPLE_CUSTOMER } from '../src/demo/plan/demo-customers';
import { eventually } from '../../api/test/support/eventually';
import { findViolations } from '../../api/test/support/find-violations';
import { LONG } from '../../api/test/support/long-run';
import { Launched, place } from './launched';

const long = LONG ? describe : describe.skip;

/** The example customer of the demonstration pays the oldest bill by a checkout; what the page says within two seconds. */
async function paidAtTheSandbox(
  api: string,
  bank: string,
  way: { readonly method: 'VA' | 'QRIS'; readonly bank_code: string },
): Promise<string> {
  const { token } = await answered<{ token: string }>(`${api}/api/v1/public/inquiries`, {
    customer_number: EXAMPLE_CUSTOMER,
  });
  const checkout = await answered<Checkout>(`${api}/api/v1/public/intents`, { ...way, token, bill_count: 1 });
  const { va_number: number, qr_payload: qr, intent_token: id } = checkout;
  const paid = await answered<{ passed: boolean }>(
    `${bank}/control/payments`,
    way.method === 'VA' ? { number } : { qr },
  );
  expect(paid.passed).toBe(true);
  const { status } = await eventually(
    () => answered<Checkout>(`${api}/api/v1/public/intents/${id}`),
    (checkout) => checkout.status === 'PAID',
  );
  return status;
}

interface Checkout {
  readonly intent_token: string;
  readonly status: string;
  readonly va_number: string | null;
  readonly qr_payload: string | null;
}

async function answered<Body>(url: string, body?: object): Promise<Body> {
  const answer = await fetch(
    url,
    body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  );
  if (!answer.ok) throw new Error(`${url}: ${String(answer.status)} ${await answer.text()}`);
  return (await answer.json()) as Body;
}

long('a first start with demo data', () => {
  it('is killed while it loads, goes on, ends with sound books, loads nothing twice, and finds its sandbox again', async () => {
    const at = await place({ TIRTAPAY_DEMO: '1' });
    const killed = new Launched(at.environment);
    while (!killed.output.includes('schema:')) await new Promise((wait) => setTimeout(wait, 50));
    await new Promise((wait) => setTimeout(wait, 8_000));
    killed.kill('SIGKILL');
    await killed.exit;

    const again = await new Launched(at.environment).ready();
    expect(again.output).toContain('demo data: loaded in');
    const login = await fetch(`${at.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'it', password: 'TirtaDemo2026!' }),
    });
    expect(login.status).toBe(200);
    const { databasePort } = JSON.parse(readFileSync(join(at.home, 'running.json'), 'utf8')) as {
      databasePort: number;
    };
    const { databaseRoles } = JSON.parse(readFileSync(join(at.home, 'secrets.json'), 'utf8')) as {
      databaseRoles: { owner: string; ownerPassword: string };
    };
    const { owner, ownerPassword } = databaseRoles;
    expect(
      await findViolations(
        `postgresql://${owner}:${ownerPassword}@127.0.0.1:${String(databasePort)}/tirtapay`,
      ),
    ).toEqual([]);
    again.kill('SIGTERM');
    await again.exit;

    // The sandbox has moved: what was registered at the first start follows it.
    const { BANK_SIMULATOR_PORT: moved = '' } = (await place()).environment;
    const warm = await new Launched({ ...at.environment, BANK_SIMULATOR_PORT: moved }).ready();
    expect(warm.output).not.toContain('demo data');
    for (const way of [
      { method: 'VA', bank_code: 'SULTRA' },
      { method: 'QRIS', bank_code: 'KEDUA' },
    ] as const)
      expect(await paidAtTheSandbox(at.url, `http://127.0.0.1:${moved}`, way)).toBe('PAID');
    warm.kill('SIGTERM');
    await warm.exit;
    rmSync(dirname(at.home), { recursive: true, force: true });
  });
});
