import type { NativeBankClient } from '@tirtapay/bank-protocol';
import { testApp } from '../support';

const app = testApp({ jobs: false });

/* A receipt on every paper a desk may have; however it is printed, it is one count. */

let client: NativeBankClient;

beforeAll(async () => {
  client = (await app.make.bank()).client();
});

/** A payment of one bill by a bank. @returns its id */
async function paid(): Promise<number> {
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
  const asked = await client.verify({ customer_number: customer.customer_number });
  const { inquiry_id, total_amount: amount } = asked.body as { inquiry_id: string; total_amount: number };
  const posted = await client.process({
    bank_reference: `REF/${customer.customer_number}`,
    inquiry_id,
    amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  return (posted.body as { payment_id: number }).payment_id;
}

it('is a PDF of the paper asked for, lines for a roll, and each one copy more', async () => {
  const id = await paid();
  const staff = await app.as('admin');
  const sizes: string[] = [];
  for (const paper of ['A5', '5.5x4.25in', '80', '58']) {
    const pdf = await staff.post(`/payments/${String(id)}/receipt-prints?paper=${paper}`);
    expect(pdf.text.startsWith('%PDF-')).toBe(true);
    sizes.push(/MediaBox \[0 0 ([\d.]+) /.exec(pdf.text)?.[1] ?? '');
  }
  expect(sizes).toEqual(['595.28', '396', '226.77', '164.41']);
  const slip = await staff.post<{ copy_number: number; text: string; verification_url: string }>(
    `/payments/${String(id)}/receipt-slips`,
    { paper: '58' },
  );
  expect(slip.status).toBe(200);
  expect(slip.body.copy_number).toBe(4);
  expect(slip.body.text).toContain('SALINAN ke-4');
  expect(slip.body.text).toContain(slip.body.verification_url.slice(0, 20));
  expect(Math.max(...slip.body.text.split('\n').map((line) => line.length))).toBe(32);
});

it('of a paper that is not there is refused before it is counted', async () => {
  const id = await paid();
  const staff = await app.as('admin');
  expect((await staff.post(`/payments/${String(id)}/receipt-prints?paper=A4`)).status).toBe(400);
  expect((await staff.post(`/payments/${String(id)}/receipt-slips`, { paper: '76' })).status).toBe(400);
  expect((await staff.post('/payments/999999/receipt-slips', { paper: '58' })).status).toBe(404);
  const { count } = await app.database.one<{ count: number }>(
    'SELECT count(*)::int AS count FROM kwitansi_cetak s JOIN kwitansi k ON k.id = s.receipt_id WHERE k.payment_id = $1',
    [id],
  );
  expect(count).toBe(0);
});
