import { inPieces, rupiah } from '@tirtapay/domain';
import type { Drawers, Shifts } from '../../../../api/src/modules/ground/collectors';
import type { Tx } from '../../../../api/src/platform/database';
import { DEMO_DRAWER } from '../plan/demo-counter';

/** The drawer with its change money; nobody has it yet. */
export async function writeDrawer(tx: Tx, drawers: Drawers): Promise<void> {
  const point = await tx.one<{ id: number }>('SELECT id FROM titik_bayar WHERE name = $1', [
    DEMO_DRAWER.payPoint,
  ]);
  const drawerId = await drawers.add(tx, {
    code: DEMO_DRAWER.code,
    name: DEMO_DRAWER.name,
    payPointId: point.id,
  });
  await drawers.move(tx, {
    drawerId,
    shiftId: null,
    kind: 'FLOAT',
    amount: DEMO_DRAWER.float,
    note: 'Modal awal',
    madeBy: await idOf(tx, DEMO_DRAWER.supervisor),
  });
}

/** Last of all: the cashier counts what is in it, and the counter is open. */
export async function openDrawer(tx: Tx, shifts: Shifts): Promise<void> {
  const drawer = await tx.one<{ id: number; balance: number }>(
    `SELECT k.id, (SELECT sum(debit - credit)::bigint FROM jurnal_baris WHERE account = '1140' AND collector_id = k.id) AS balance
     FROM loket_kas k WHERE k.code = $1`,
    [DEMO_DRAWER.code],
  );
  await shifts.open(tx, drawer.id, await idOf(tx, DEMO_DRAWER.cashier), {
    count: drawer.balance,
    pieces: inPieces(rupiah(drawer.balance)).counted,
  });
}

async function idOf(tx: Tx, username: string): Promise<number> {
  return (await tx.one<{ id: number }>('SELECT id FROM pengguna WHERE username = $1', [username])).id;
}
