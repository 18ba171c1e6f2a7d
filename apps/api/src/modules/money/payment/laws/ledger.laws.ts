import type { Law } from '../../../../platform/invariants';

/** Net of one account per bill: what the books say about it. */
function netByBill(account: string, sign: 'debit - credit' | 'credit - debit'): string {
  return `(SELECT bill_id, sum(${sign}) AS net FROM jurnal_baris WHERE account = '${account}' AND bill_id IS NOT NULL GROUP BY bill_id)`;
}

export const LEDGER_LAWS: readonly Law[] = [
  {
    id: 'I01',
    title: 'each journal balances',
    sql: `SELECT journal_id, sum(debit) AS debit, sum(credit) AS credit FROM jurnal_baris
          GROUP BY journal_id HAVING sum(debit) <> sum(credit)`,
  },
  {
    id: 'I02',
    title: 'the trial balance is zero',
    sql: `SELECT sum(debit) AS debit, sum(credit) AS credit FROM jurnal_baris HAVING sum(debit) <> sum(credit)`,
  },
  {
    id: 'I11',
    title: 'receivables in the ledger are the open bills',
    sql: `SELECT books.net AS ledger, open.amount AS open_bills
          FROM (SELECT coalesce(sum(debit - credit), 0) AS net FROM jurnal_baris WHERE account IN ('1210', '1220')) books,
               (SELECT coalesce(sum(b.principal + coalesce(d.amount - d.waived, 0)), 0) AS amount
                FROM tagihan b LEFT JOIN denda d ON d.bill_id = b.id WHERE b.state = 'ISSUED') open
          WHERE books.net <> open.amount`,
  },
  {
    id: 'I15',
    title:
      'a posted bill is what the ledger says of it, by its kind: revenue once, with its corrections; receivable while it is open',
    sql: `SELECT b.id AS bill_id, b.bill_number, b.state, b.principal, water.net AS water, fixed.net AS fixed, owed.net AS receivable
          FROM tagihan b
          LEFT JOIN ${netByBill('4110', 'credit - debit')} water ON water.bill_id = b.id
          LEFT JOIN ${netByBill('4120', 'credit - debit')} fixed ON fixed.bill_id = b.id
          LEFT JOIN ${netByBill('4140', 'credit - debit')} charges ON charges.bill_id = b.id
          LEFT JOIN ${netByBill('3900', 'credit - debit')} opening ON opening.bill_id = b.id
          LEFT JOIN ${netByBill('1210', 'debit - credit')} owed ON owed.bill_id = b.id
          LEFT JOIN (SELECT bill_id, sum(amount) AS amount FROM tagihan_rincian WHERE kind = 'KOREKSI' GROUP BY bill_id) carried
            ON carried.bill_id = b.id
          LEFT JOIN (SELECT bill_id, sum(water_amount) AS water, sum(fixed_amount) AS fixed, sum(other_amount) AS other
              FROM koreksi_tagihan GROUP BY bill_id) corrected
            ON corrected.bill_id = b.id
          CROSS JOIN LATERAL (SELECT CASE WHEN b.state IN ('ISSUED', 'PAID', 'REPLACED_BY') THEN 1 ELSE 0 END AS once) posted
          WHERE coalesce(water.net, 0) <> posted.once * b.water_amount + coalesce(corrected.water, 0)
             OR coalesce(fixed.net, 0) <> posted.once * b.fixed_amount + coalesce(corrected.fixed, 0)
             OR coalesce(charges.net, 0) <> CASE b.kind
               WHEN 'NONWATER' THEN posted.once * (b.other_amount - coalesce(carried.amount, 0)) + coalesce(corrected.other, 0) ELSE 0 END
             OR coalesce(opening.net, 0) <> CASE b.kind WHEN 'OPENING' THEN posted.once * b.other_amount + coalesce(corrected.other, 0) ELSE 0 END
             OR coalesce(owed.net, 0) <> CASE WHEN b.state = 'ISSUED' THEN b.principal ELSE 0 END`,
  },
  {
    id: 'I22',
    title:
      'a penalty is the sum of its entries, is booked, and less its waiver is what the payment carries; a correction may give of it back',
    sql: `SELECT b.id AS bill_id, b.bill_number, b.state, d.amount, d.waived, entries.total AS entries, entries.last AS cumulative,
                 owed.net AS receivable, earned.net AS revenue, a.penalty AS paid_penalty, a.waived AS paid_waived
          FROM tagihan b
          LEFT JOIN denda d ON d.bill_id = b.id
          LEFT JOIN (SELECT bill_id, sum(amount) AS total, max(cumulative) AS last FROM denda_rincian GROUP BY bill_id) entries
            ON entries.bill_id = b.id
          LEFT JOIN ${netByBill('1220', 'debit - credit')} owed ON owed.bill_id = b.id
          LEFT JOIN ${netByBill('4130', 'credit - debit')} earned ON earned.bill_id = b.id
          LEFT JOIN pembayaran_alokasi a ON a.bill_id = b.id AND a.released_by IS NULL
          LEFT JOIN (SELECT bill_id, sum(penalty_amount) AS penalty FROM koreksi_tagihan GROUP BY bill_id) corrected
            ON corrected.bill_id = b.id
          WHERE d.waived > d.amount
             OR coalesce(d.amount, 0) <> coalesce(entries.total, 0)
             OR coalesce(d.amount, 0) <> coalesce(entries.last, 0)
             OR coalesce(owed.net, 0) <> CASE WHEN b.state = 'ISSUED' THEN coalesce(d.amount - d.waived, 0) ELSE 0 END
             OR coalesce(earned.net, 0) <> coalesce(corrected.penalty, 0)
               + CASE WHEN b.state = 'CANCELLED' THEN 0 ELSE coalesce(d.amount, 0) END
             OR (a.id IS NOT NULL AND (a.penalty <> coalesce(d.amount, 0) OR a.waived <> coalesce(d.waived, 0)
                                       OR a.principal <> b.principal))`,
  },
];
