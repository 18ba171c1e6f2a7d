import { formatRupiah, rupiah, supplierPaid, type BusinessDate } from '@tirtapay/domain';
import type { PostJournals } from '../../../../api/src/modules/ground/ledger';
import { bookSupplierMovement } from '../../../../api/src/modules/money/ppob';
import type { Tx } from '../../../../api/src/platform/database';
import { DEMO_SUPPLIER } from '../plan/demo-ppob';

/** What two people of the demonstration agreed to pay into the deposit at the supplier, on a day and at a time. */
export async function topUpSupplier(
  tx: Tx,
  journals: PostJournals,
  on: { readonly businessDate: BusinessDate; readonly at: Date },
): Promise<void> {
  const { topUp: amount, code, name } = DEMO_SUPPLIER;
  const bankReference = `TRF/${on.businessDate.replaceAll('-', '')}`;
  const { id } = await tx.one<{ id: number }>('SELECT id FROM penyedia WHERE code = $1', [code]);
  const approval = await tx.one<{ id: number }>(
    `INSERT INTO persetujuan (kind, entity_type, entity_id, summary, payload, reason, status, made_by, made_at, decided_by, decided_at)
     SELECT 'supplier_payment', 'penyedia', $1, $2, $3, 'Deposit bulan berjalan', 'APPROVED', m.id, $4, d.id, $4
     FROM pengguna m, pengguna d WHERE m.username = 'admin' AND d.username = 'manajer' RETURNING id`,
    [
      id,
      `Pengisian deposit ${formatRupiah(rupiah(amount))} – ${name}`,
      JSON.stringify({ action: 'TOP_UP', amount, bank_reference: bankReference, reverses_id: null }),
      on.at,
    ],
  );
  const [journalId] = await journals.post(tx, [
    {
      event: 'supplier.paid',
      entityType: 'penyedia',
      entityId: id,
      businessDate: on.businessDate,
      lines: supplierPaid({ kind: 'TOP_UP', amount: rupiah(amount) }),
    },
  ]);
  await bookSupplierMovement(tx, {
    supplier_id: id,
    account: '1150',
    kind: 'TOP_UP',
    amount,
    journal_id: journalId ?? 0,
    bank_reference: bankReference,
    approval_id: approval.id,
    business_date: on.businessDate,
    at: on.at,
  });
}
