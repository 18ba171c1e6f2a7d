import type { NativeBankClient } from '@tirtapay/bank-protocol';
import type { Channel } from '@tirtapay/domain';
import { PolicyBook } from '../../src/modules/water/penalty';
import type { TestApp } from './test-app';
import type { TestTariffCode } from './tariffs';

/** The same numbers for the same seed. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const TARIFFS: readonly TestTariffCode[] = ['HALSEL-RT1', 'HALSEL-RT3', 'X12-NIAGA-KECIL'];
const PAID_AT = ['TELLER', 'ATM', 'MOBILE'] as const satisfies readonly Channel[];
const PERIODS = ['2025-09', '2025-10', '2025-11', '2025-12'];

async function settle(
  app: TestApp,
  client: NativeBankClient,
  customer: string,
  reference: string,
  channel: Channel,
) {
  const { body } = await client.verify({ customer_number: customer });
  const { inquiry_id: inquiry, total_amount: total } = body as { inquiry_id: string; total_amount: number };
  const paid = await client.process({
    inquiry_id: inquiry,
    bank_reference: reference,
    amount: total,
    channel,
    paid_at: app.clock.text(app.clock.now()),
  });
  if (paid.status !== 200) throw new Error(`payment ${reference}: ${String(paid.status)}`);
}

/**
 * Customers in two regions and three categories with bills of some months, of whom two thirds pay at two banks, late ones with
 * a penalty, and one in six payments is taken back.
 * @param seed another one is another month
 */
export async function randomMonth(app: TestApp, seed: number, customers: number): Promise<void> {
  const random = chance(seed);
  await app.database.query(
    "INSERT INTO kebijakan_denda (name, valid_from, mode, amount) VALUES ('Denda', '2024-01', 'FLAT_PER_BILL', 10000)",
  );
  app.get(PolicyBook).forget();
  const regions = [await app.make.region(), await app.make.region()];
  const banks = [(await app.make.bank()).client(), (await app.make.bank({ adminFee: 0 })).client()];
  for (let number = 0; number < customers; number += 1) {
    const region = regions[number % 2];
    const tariff = await app.make.tariff(TARIFFS[number % 3]);
    const customer = await app.make.customer(region === undefined ? { tariff } : { region, tariff });
    for (const period of PERIODS.slice(Math.floor(random() * PERIODS.length)))
      await app.make.issuedBill({ customer, period, usage: Math.floor(random() * 60) });
    const client = banks[Math.floor(random() * banks.length)];
    if (client === undefined || random() > 2 / 3) continue;
    const reference = `MONTH/${String(number)}`;
    const channel = PAID_AT[Math.floor(random() * PAID_AT.length)] ?? 'TELLER';
    await settle(app, client, customer.customer_number, reference, channel);
    if (random() < 1 / 6)
      await client.reversal({
        bank_reference: reference,
        reversal_reference: `${reference}/R`,
        reason: 'Salah nomor pelanggan',
      });
  }
}
