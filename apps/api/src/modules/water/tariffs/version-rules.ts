import { addMonths, rupiah, unpriceableSizes, type Period } from '@tirtapay/domain';
import type { Database, Tx } from '../../../platform/database';
import { Problem, Sentence } from '../../../platform/problem';
import { TARIFF_SAYS } from './sentences';
import type { TariffBills, TariffCustomers } from './tariff-use';

interface Charge {
  readonly code: string;
  readonly label: string;
  readonly meter_size_mm?: number | null;
  readonly amount: number;
}

/**
 * A version prices whole months: one whose bills went out at the old prices cannot begin to cost something else.
 * @throws Problem tariff.period_billed with the first month it may begin with
 */
export async function assertNotBilled(
  source: Tx | Database,
  bills: TariffBills,
  tariffId: number,
  { from, running }: { readonly from: Period; readonly running: Period },
): Promise<void> {
  const last = await bills.newestIssued(source, tariffId, from, running);
  if (last === null) return;
  const first = addMonths(last, 1);
  throw new Problem('tariff.period_billed', {
    detail: TARIFF_SAYS.billed(last, first),
    members: { last_billed_period: last, first_period: first },
    errors: [{ pointer: '/valid_from', code: 'period_billed', message: TARIFF_SAYS.billed(last, first) }],
  });
}

/**
 * A version that could not bill somebody in the category would stop that bill on the day of the run.
 * @throws Problem tariff.unpriceable with the sizes, the charge each lacks and a customer who has such a meter
 */
export async function assertPricesEverybody(
  source: Tx | Database,
  customers: TariffCustomers,
  tariffId: number,
  charges: readonly Charge[],
): Promise<void> {
  const fixedCharges = charges.map(({ code, label, meter_size_mm: size, amount }) => ({
    code,
    label,
    meterSizeMm: size ?? null,
    amount: rupiah(amount),
  }));
  const failing = unpriceableSizes({ fixedCharges }, await customers.sizes(source, tariffId));
  if (failing.length === 0) return;
  const said = failing.map((missing) => TARIFF_SAYS.sizeWithoutPrice(missing, missing.connections));
  throw new Problem('tariff.unpriceable', {
    detail: Sentence.joined(said),
    members: {
      cases: failing.map(({ meterSizeMm, chargeCode, connections, example }) => ({
        meter_size_mm: meterSizeMm,
        charge_code: chargeCode,
        connections,
        example,
      })),
    },
    errors: said.map((message) => ({ pointer: '/fixed_charges', code: 'size_without_price', message })),
  });
}
