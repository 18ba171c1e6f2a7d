import { NativeBankClient } from '@tirtapay/bank-protocol';
import { randomBytes } from 'node:crypto';
import { testApp } from '../support';
import { LONG } from '../support/long-run';
import { SandboxSupplier } from '../support/sandbox-supplier';
import type { SoldBody } from '../support/ppob-seller';
import { ApiProcess } from './api-process';

/** Enough for `npm test`; the long run counts to twenty. */
const ROUNDS = LONG ? 20 : 1;
const SALES = 12;
const PRICE = 41_000;
const FAULTS = ['timeout', 'timeout-after', 'late-success', 'late-failure', 'failure'] as const;

const dataKeys = `1:${randomBytes(32).toString('base64')}`;
const app = testApp({ jobs: false, start: new Date().toISOString(), environment: { DATA_KEYS: dataKeys } });

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

it('is killed in the middle of sales and neither loses, doubles nor forgets one', async () => {
  const api = await ApiProcess.create({
    NODE_ENV: 'test',
    DATABASE_URL: app.database.appUrl,
    JWT_KEYS: `k:${randomBytes(32).toString('base64')}`,
    DATA_KEYS: dataKeys,
  });
  const supplier = await SandboxSupplier.start(app, api.url);
  const partner = await app.make.partner(ROUNDS * SALES * PRICE);
  const client = new NativeBankClient({
    baseUrl: api.url,
    keyId: partner.keyId,
    secret: partner.secret,
    now: () => Date.now(),
  });
  const sell = (reference: string) =>
    client
      .send(
        'POST',
        '/api/v1/ppob/transactions',
        Buffer.from(
          JSON.stringify({
            customer_name: 'Dewi Lestari',
            nomor_hp: '081234567890',
            nominal: 40_000,
            service_code: 'PULSA',
            ref_id: reference,
          }),
        ),
      )
      .then(({ status, body }) => ({ status, sale: body as SoldBody }))
      .catch(() => null);
  const references: string[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      await api.start();
      for (const kind of FAULTS) await supplier.fault(kind);
      const now = Array.from({ length: SALES }, (_, index) => `KILL/${String(round)}/${String(index)}`);
      references.push(...now);
      const selling = Promise.all(now.map((reference) => sell(reference)));
      await pause(50 + Math.random() * 900);
      await api.end('SIGKILL');
      await selling;
    }
    await api.start();
    // Whoever was not answered asks again under the same reference, until it is over.
    const ends = new Map<string, string>();
    while (ends.size < references.length) {
      for (const reference of references.filter((one) => !ends.has(one))) {
        const answer = await sell(reference);
        if (answer !== null && answer.status < 300 && answer.sale.status !== 'PENDING')
          ends.set(reference, answer.sale.status);
      }
      await pause(200);
    }
    const sold = [...ends.values()].filter((end) => end === 'SUCCESS').length;
    expect(new Set(ends.values())).toEqual(new Set(['SUCCESS', 'REFUNDED']));
    expect(
      await app.database.one('SELECT balance::int FROM deposit_mitra WHERE collector_id = $1', [partner.id]),
    ).toEqual({ balance: (references.length - sold) * PRICE });
    // One purchase at the supplier for each sale, and as many successes there as here.
    const purchases = await supplier.purchases();
    expect(purchases.length).toBe(references.length);
    expect(purchases.filter(({ status }) => status === 'Sukses')).toHaveLength(sold);
  } finally {
    await api.end('SIGTERM');
    await supplier.stop();
  }
});
