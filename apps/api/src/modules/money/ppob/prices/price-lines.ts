import { holdsAt, offerKey, type PpobService, type ProposedPrice } from '@tirtapay/domain';
import type { RowOf, Tx } from '../../../../platform/database';
import type { PpobProduct } from '../entities/service.entity';
import type { ServiceFee } from '../entities/service-fee.entity';

interface Line {
  readonly id: number;
  readonly from: number;
  readonly to: number | null;
}

export interface PriceLines {
  readonly fees: readonly (Line & { readonly admin_fee: number })[];
  readonly offers: readonly (Line & ProposedPrice)[];
}

type Bounds = RowOf<ServiceFee, 'effectiveFrom' | 'effectiveTo'>;

function line<Row extends Bounds>({ effective_from: from, effective_to: to, ...row }: Row) {
  return { ...row, from: from.getTime(), to: to?.getTime() ?? null };
}

/** Every line of a service, which is locked: sales that are being priced by them wait, or were here first. */
export async function lockLines(tx: Tx, serviceId: number): Promise<PriceLines> {
  await tx.query('SELECT FROM services WHERE id = $1 FOR NO KEY UPDATE', [serviceId]);
  const fees = await tx.query<RowOf<ServiceFee, 'id' | 'adminFee' | 'effectiveFrom' | 'effectiveTo'>>(
    'SELECT id, admin_fee, effective_from, effective_to FROM ppob_biaya WHERE service_id = $1 ORDER BY id',
    [serviceId],
  );
  const offers = await tx.query<
    RowOf<PpobProduct, 'id' | 'variant' | 'price' | 'cost' | 'sku' | 'effectiveFrom' | 'effectiveTo'>
  >(
    `SELECT id, variant, price, cost, sku, effective_from, effective_to FROM ppob_produk
     WHERE service_id = $1 ORDER BY id`,
    [serviceId],
  );
  return { fees: fees.map(line), offers: offers.map(line) };
}

export function feeAt({ fees }: PriceLines, at: number): number {
  return fees.find((fee) => holdsAt(fee, at))?.admin_fee ?? 0;
}

/** What is sold under the same key at that instant; null when nothing is. */
export function offerAt(
  { offers }: PriceLines,
  service: PpobService,
  wanted: Pick<ProposedPrice, 'variant' | 'price'>,
  at: number,
): ProposedPrice | null {
  const key = offerKey(service, wanted);
  const found = offers.find((offer) => offerKey(service, offer) === key && holdsAt(offer, at));
  if (found === undefined) return null;
  const { variant, price, cost, sku } = found;
  return { variant, price, cost, sku };
}

const END = {
  ppob_biaya: 'UPDATE ppob_biaya SET effective_to = $2 WHERE id = $1',
  ppob_produk: 'UPDATE ppob_produk SET effective_to = $2 WHERE id = $1',
} as const;

/** Writes the ends the law gave them. */
export async function endPriceLines(tx: Tx, table: keyof typeof END, ended: readonly Line[]): Promise<void> {
  for (const { id, to } of ended) await tx.query(END[table], [id, to === null ? null : new Date(to)]);
}

interface NewLine {
  readonly serviceId: number;
  readonly at: number;
  readonly approvalId: number;
}

/** The service names the fee that was agreed last; what is taken at an instant is the line that holds then. */
export async function writeFee(tx: Tx, fee: NewLine & { readonly adminFee: number }): Promise<void> {
  await tx.query(
    'INSERT INTO ppob_biaya (service_id, admin_fee, effective_from, approval_id) VALUES ($1, $2, $3, $4)',
    [fee.serviceId, fee.adminFee, new Date(fee.at), fee.approvalId],
  );
  await tx.query('UPDATE services SET admin_fee = $2, version = version + 1 WHERE id = $1', [
    fee.serviceId,
    fee.adminFee,
  ]);
}

export async function writeOffer(tx: Tx, offer: NewLine & ProposedPrice): Promise<void> {
  await tx.query(
    `INSERT INTO ppob_produk (service_id, variant, price, cost, sku, effective_from, approval_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      offer.serviceId,
      offer.variant,
      offer.price,
      offer.cost,
      offer.sku,
      new Date(offer.at),
      offer.approvalId,
    ],
  );
}
