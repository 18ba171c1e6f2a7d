import { count, difference, period, PERIODS, rupiah, words } from '../columns';
import type { ReportDefinition } from '../report';
import { RECEIVABLE_SIDES, type ReceivableSide } from './receivables.report';

/**
 * Each side from a source of its own: what was asked for from the ledger, what came in from the payments, what remains from
 * the bills. They meet only here, so none of them can be wrong unseen. Principal alone: penalties have their own report.
 */
const RECEIVABLES = `
  FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id JOIN tagihan b ON b.id = l.bill_id
  WHERE l.account = '1210' AND j.entity_type <> 'pembayaran' AND b.period BETWEEN :from AND :to`;

const ISSUED = `SELECT b.period, count(DISTINCT b.id) AS bills, sum(l.debit - l.credit)::bigint AS amount ${RECEIVABLES}
    AND ${RECEIVABLE_SIDES.ISSUED.where} GROUP BY b.period`;

const CHARGED = `SELECT b.period, count(DISTINCT b.id) AS bills, sum(l.debit - l.credit)::bigint AS amount ${RECEIVABLES}
    AND ${RECEIVABLE_SIDES.CHARGED.where} GROUP BY b.period`;

const OPENING = `SELECT b.period, count(DISTINCT b.id) AS bills, sum(l.debit - l.credit)::bigint AS amount ${RECEIVABLES}
    AND ${RECEIVABLE_SIDES.OPENING.where} GROUP BY b.period`;

const WRITTEN_OFF = `SELECT b.period, count(DISTINCT b.id) AS bills, sum(l.credit - l.debit)::bigint AS amount ${RECEIVABLES}
    AND ${RECEIVABLE_SIDES.WRITTEN_OFF.where} GROUP BY b.period`;

const CORRECTED = `SELECT b.period, count(DISTINCT b.id) AS bills, sum(l.credit - l.debit)::bigint AS amount ${RECEIVABLES}
    AND ${RECEIVABLE_SIDES.CORRECTED.where} GROUP BY b.period`;

const PAID = `SELECT b.period, sum(m.sign)::bigint AS bills, sum(m.sign * a.principal)::bigint AS amount
  FROM tagihan b JOIN pembayaran_alokasi a ON a.bill_id = b.id AND a.kind = 'BILL'
  JOIN (SELECT p.id AS payment_id, 1 AS sign FROM pembayaran p WHERE p.kind <> 'REVERSAL'
    UNION ALL SELECT r.reversal_of, -1 FROM pembayaran r WHERE r.kind = 'REVERSAL') m ON m.payment_id = a.payment_id
  WHERE b.period BETWEEN :from AND :to GROUP BY b.period`;

const REMAINING = `SELECT b.period, count(*) AS bills, sum(b.principal)::bigint AS amount
  FROM tagihan b WHERE b.period BETWEEN :from AND :to AND b.state = 'ISSUED' GROUP BY b.period`;

/** Lines of the ledger, as the sides above take them. */
const LINES = (side: ReceivableSide) => ({
  link: `/reports/receivables?from={period}&to={period}&side=${side}`,
});

export const TIE_OUT_REPORT: ReportDefinition = {
  key: 'tie-out',
  group: 'BOOKS',
  title: words('Uji kecocokan DRD, LPP dan DSR', 'Tie-out of DRD, LPP and DSR'),
  about: words(
    'Per periode pemakaian: DRD + non-air + saldo awal = LPP + DSR + koreksi + penghapusan, pokok saja. DRD dan koreksi dari buku besar, LPP dari pembayaran, DSR dari rekening. Selisih tidak boleh ada; yang ada menjadi kasus.',
    'Per usage month: DRD + non-water + opening = LPP + DSR + corrections + write-offs, principal alone. DRD and corrections come from the ledger, LPP from payments, DSR from bills. There must be no difference; one that is there is a case.',
  ),
  permission: 'ledger.read',
  parameters: PERIODS,
  columns: [
    period('period', 'Periode', 'Period'),
    // Beside its month, where every screen shows it: the other columns only say where to look.
    difference('difference', 'Selisih', 'Difference', { link: '/cases?kind=BOOKS_DO_NOT_TIE' }),
    count('issued_count', 'DRD (lembar)', 'DRD (count)', LINES('ISSUED')),
    rupiah('issued', 'DRD', 'DRD', LINES('ISSUED')),
    rupiah('charged', 'Non-air', 'Non-water', LINES('CHARGED')),
    rupiah('opening', 'Saldo awal', 'Opening', LINES('OPENING')),
    rupiah('paid', 'LPP', 'LPP', { link: '/bills?period={period}&state=PAID' }),
    rupiah('remaining', 'DSR', 'DSR', { link: '/bills?period={period}&state=ISSUED' }),
    rupiah('corrected', 'Koreksi', 'Corrections', LINES('CORRECTED')),
    rupiah('written_off', 'Penghapusan', 'Write-offs', LINES('WRITTEN_OFF')),
  ],
  sql: `WITH issued AS (${ISSUED}), charged AS (${CHARGED}), opening AS (${OPENING}), paid AS (${PAID}), remaining AS (${REMAINING}), corrected AS (${CORRECTED}),
      written_off AS (${WRITTEN_OFF}),
      side AS (
        SELECT period, bills AS issued_count, amount AS issued, 0::bigint AS charged, 0::bigint AS opening, 0::bigint AS paid, 0::bigint AS remaining,
          0::bigint AS corrected, 0::bigint AS written_off FROM issued
        UNION ALL SELECT period, 0, 0, amount, 0, 0, 0, 0, 0 FROM charged
        UNION ALL SELECT period, 0, 0, 0, amount, 0, 0, 0, 0 FROM opening
        UNION ALL SELECT period, 0, 0, 0, 0, amount, 0, 0, 0 FROM paid
        UNION ALL SELECT period, 0, 0, 0, 0, 0, amount, 0, 0 FROM remaining
        UNION ALL SELECT period, 0, 0, 0, 0, 0, 0, amount, 0 FROM corrected
        UNION ALL SELECT period, 0, 0, 0, 0, 0, 0, 0, amount FROM written_off)
    SELECT period, sum(issued_count)::bigint AS issued_count, sum(issued)::bigint AS issued,
      sum(charged)::bigint AS charged, sum(opening)::bigint AS opening,
      sum(paid)::bigint AS paid, sum(remaining)::bigint AS remaining, sum(corrected)::bigint AS corrected,
      sum(written_off)::bigint AS written_off,
      sum(issued + charged + opening - paid - remaining - corrected - written_off)::bigint AS difference
    FROM side GROUP BY period ORDER BY period`,
  sides: [
    { title: words('DRD (buku besar)', 'DRD (ledger)'), sql: ISSUED },
    { title: words('Non-air (buku besar)', 'Non-water (ledger)'), sql: CHARGED },
    { title: words('Saldo awal (buku besar)', 'Opening (ledger)'), sql: OPENING },
    { title: words('LPP (pembayaran)', 'LPP (payments)'), sql: PAID },
    { title: words('DSR (rekening)', 'DSR (bills)'), sql: REMAINING },
    { title: words('Koreksi (buku besar)', 'Corrections (ledger)'), sql: CORRECTED },
    { title: words('Penghapusan (buku besar)', 'Write-offs (ledger)'), sql: WRITTEN_OFF },
  ],
  longest: { periods: 12 },
  layout: 'LANDSCAPE',
};
