import { basketSaleReference, inPieces, rupiah } from '@tirtapay/domain';
import { createHash } from 'node:crypto';
import type { Drawers, ShiftKey, Shifts } from '../../../../api/src/modules/ground/collectors';
import type {
  ReplaySale,
  SaleOfThePast,
  SellForOthers,
  Seller,
} from '../../../../api/src/modules/money/ppob';
import type { Database } from '../../../../api/src/platform/database';
import type { CounterMonth, DemoPartnerSale, DemoSale, DemoShift } from '../plan/counter-month';
import { DEMO_DRAWER } from '../plan/demo-counter';
import { DEMO_PARTNER, DEMO_SUPPLIER } from '../plan/demo-ppob';
import type { DemoClock } from './demo-clock';

/** What a month of the counter is replayed with: the services of a real one. */
export interface CounterTools {
  readonly database: Database;
  readonly clock: DemoClock;
  readonly drawers: Drawers;
  readonly shifts: Shifts;
  readonly sales: ReplaySale;
  readonly products: SellForOthers;
}

interface Parties {
  readonly drawer_id: number;
  readonly cashier_id: number;
  readonly partner_id: number;
  readonly supplier_id: number;
}

/** Of what is billed, what the supplier leaves to who collects it. */
const COMMISSION = 500;
/** The doubtful sale of the demonstration is asked about again so much later: until then it can be seen in doubt. */
const DOUBT_MILLISECONDS = 15 * 60_000;

/**
 * The days of the drawer and the sales of the partner, in the order in which they happened. Each is written once, so that
 * a load that was interrupted goes on where it stopped. The water bills of the baskets are posted with all other payments.
 */
export async function replayCounterMonth(tools: CounterTools, month: CounterMonth): Promise<void> {
  const parties = await partiesOf(tools.database);
  const days = [
    ...month.shifts.map((shift) => ({ at: shift.opensAt, run: () => replayShift(tools, parties, shift) })),
    ...month.partnerSales.map((sale) => ({
      at: sale.at,
      run: () => tools.clock.at(sale.at, () => replayPartnerSale(tools, parties, sale)),
    })),
  ];
  for (const { run } of days.toSorted((a, b) => a.at - b.at)) await run();
}

async function partiesOf(database: Database): Promise<Parties> {
  const [parties] = await database.read<Parties & object>(
    `SELECT (SELECT id FROM loket_kas WHERE code = $1) AS drawer_id, (SELECT id FROM pengguna WHERE username = $2) AS cashier_id,
       (SELECT id FROM mitra WHERE code = $3) AS partner_id, (SELECT id FROM penyedia WHERE code = $4) AS supplier_id`,
    [DEMO_DRAWER.code, DEMO_DRAWER.cashier, DEMO_PARTNER.code, DEMO_SUPPLIER.code],
  );
  if (parties === undefined) throw new Error('nobody sells in the demonstration');
  return parties;
}

async function replayShift(tools: CounterTools, parties: Parties, shift: DemoShift): Promise<void> {
  const { clock, database, shifts } = tools;
  const { drawer_id: drawerId, cashier_id: cashierId } = parties;
  const [known] = await database.read<{ id: number; state: string }>(
    'SELECT id, state FROM shift_kas WHERE drawer_id = $1 AND business_date = $2',
    [drawerId, shift.date],
  );
  if (known?.state === 'CLOSED') return;
  const id =
    known?.id ??
    (await clock.at(shift.opensAt, () =>
      database.transaction((tx) =>
        shifts.open(tx, drawerId, cashierId, { count: shift.opening, pieces: piecesOf(shift.opening) }),
      ),
    ));
  const key = { id, cashierId };
  for (const basket of shift.baskets)
    for (const [index, sale] of basket.sales.entries())
      await clock.at(basket.at, () =>
        replayCounterSale(tools, parties, key, sale, basketSaleReference(basket.id, index + 1)),
      );
  await bringToBank(tools, parties, key, shift);
  await closeShift(tools, parties, key, shift);
}

async function replayCounterSale(
  { sales, products, database }: CounterTools,
  parties: Parties,
  shift: ShiftKey,
  sale: DemoSale,
  reference: string,
): Promise<void> {
  const seller: Seller = { id: parties.drawer_id, kind: 'COUNTER', series: DEMO_DRAWER.code, shift };
  const id = await sales.replay(pastSale(seller, parties, sale, reference));
  if (sale.end !== 'REFUNDED') return;
  const [row] = await database.read<{ status: string }>('SELECT status FROM transactions WHERE id = $1', [
    id,
  ]);
  if (row?.status === 'FAILED') await products.handBack(id, seller.id, shift);
}

async function replayPartnerSale(
  { sales, database, clock }: CounterTools,
  parties: Parties,
  sale: DemoPartnerSale,
): Promise<void> {
  const seller: Seller = { id: parties.partner_id, kind: 'PARTNER', series: DEMO_PARTNER.code };
  const id = await sales.replay(pastSale(seller, parties, sale, sale.reference));
  if (sale.end === 'UNKNOWN')
    await database.write('UPDATE transactions SET next_check_at = $2 WHERE id = $1', [
      id,
      new Date(clock.real + DOUBT_MILLISECONDS),
    ]);
}

function pastSale(seller: Seller, { supplier_id: supplierId }: Parties, sale: DemoSale, reference: string) {
  const { billed } = sale;
  const body = { ...sale.body, ref_id: reference };
  return { seller, body, supplierId, billed, said: saidOf(sale, reference) } satisfies SaleOfThePast;
}

function saidOf({ body, billed, end }: DemoSale, reference: string): SaleOfThePast['said'] {
  if (end === 'UNKNOWN') return { word: 'UNKNOWN', serial: null, cost: null, message: 'no answer in time' };
  if (end !== 'SUCCESS')
    return { word: 'FAILED', serial: null, cost: null, message: 'Produk sedang gangguan' };
  const number = BigInt(`0x${createHash('sha256').update(reference).digest('hex')}`).toString();
  return {
    word: 'SUCCESS',
    serial: body.service_code === 'PLN' ? number.slice(0, 20) : number.slice(0, 12),
    cost: billed === null ? null : billed - COMMISSION,
    message: 'Transaksi Sukses',
  };
}

async function bringToBank(
  { clock, database, drawers }: CounterTools,
  { drawer_id: drawerId, cashier_id: cashierId }: Parties,
  { id }: ShiftKey,
  shift: DemoShift,
): Promise<void> {
  if (shift.deposit === 0) return;
  const slip = `SLIP/${shift.date.replaceAll('-', '')}`;
  const [known] = await database.read(
    'SELECT id FROM mutasi_loket WHERE shift_id = $1 AND bank_reference = $2',
    [id, slip],
  );
  if (known !== undefined) return;
  await clock.at(shift.depositsAt, () =>
    database.transaction((tx) =>
      drawers.move(tx, {
        drawerId,
        shiftId: id,
        kind: 'DEPOSIT',
        amount: -shift.deposit,
        bankReference: slip,
        note: null,
        madeBy: cashierId,
      }),
    ),
  );
}

async function closeShift(
  { clock, database, drawers, shifts }: CounterTools,
  { drawer_id: drawerId, cashier_id: cashierId }: Parties,
  { id }: ShiftKey,
  { closesAt, expected, difference, reason }: DemoShift,
): Promise<void> {
  const count = expected + difference;
  await clock.at(closesAt, () =>
    database.transaction(async (tx) => {
      if (difference !== 0)
        await drawers.move(tx, {
          drawerId,
          shiftId: id,
          kind: 'DIFFERENCE',
          amount: difference,
          note: reason,
          madeBy: cashierId,
        });
      await shifts.count(tx, id, { count, pieces: piecesOf(count), expected, difference, reason }, 'CLOSED');
    }),
  );
}

function piecesOf(amount: number) {
  return inPieces(rupiah(amount)).counted;
}
