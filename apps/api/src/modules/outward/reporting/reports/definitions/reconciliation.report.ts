import { STATE_NAMES } from '@tirtapay/domain';
import { count, date, DAYS, difference, oneOf, rupiah, STATEMENT_OWNER, text, word, words } from '../columns';
import type { ReportDefinition } from '../report';

/** Days behind an end are nobody's, and in no row. */
const { ENDED: _, ...OF_DAYS } = STATE_NAMES.reconciliation;
const STATE = oneOf('state', 'Status', 'State', OF_DAYS);

export const RECONCILIATION_REPORT: ReportDefinition = {
  key: 'reconciliation',
  group: 'BANKS',
  title: words('Rekonsiliasi bank, pemasok, dan mitra', 'Reconciliation of banks, suppliers and partners'),
  about: words(
    'Setiap hari setiap bank, pemasok, dan mitra PPOB: pembukuan kami, berkasnya, yang sudah dijelaskan dan yang masih terbuka.',
    'Each day of each bank, PPOB supplier and partner: our books, its file, what is explained and what is still open.',
  ),
  permission: 'reconciliation.read',
  parameters: [...DAYS, STATEMENT_OWNER, STATE],
  columns: [
    text('bank', 'Bank, pemasok, mitra', 'Bank, supplier, partner'),
    date('settlement_date', 'Tanggal setelmen', 'Settlement date', { link: '/reconciliation/days/{day_id}' }),
    word('state', 'Status', 'State', STATE_NAMES.reconciliation),
    count('our_count', 'Kami (jumlah)', 'Ours (count)'),
    rupiah('our_amount', 'Kami', 'Ours'),
    count('bank_count', 'Berkas (jumlah)', 'File (count)'),
    rupiah('bank_amount', 'Berkas', 'File'),
    difference('difference', 'Selisih', 'Difference', {
      link: '/reconciliation/items?reconciliation_id={day_id}',
    }),
    count('open_items', 'Terbuka', 'Open', {
      link: '/reconciliation/items?reconciliation_id={day_id}&state=OPEN',
    }),
    rupiah('cleared', 'Diselesaikan', 'Settled'),
    rupiah('received', 'Masuk rekening', 'Received'),
    rupiah('charged', 'Potongan', 'Charged'),
    rupiah('claimed', 'Klaim', 'Claimed'),
  ],
  opens: '/reconciliation/days/{day_id}',
  hidden: ['day_id', 'collector_id'],
  // Of a day that is closed what was frozen then; of an open one what its items come to now. What differs is what its items
  // differ by, as on the page of the day: what the bank keeps as agreed is no difference.
  sql: `SELECT i.name AS bank, i.id AS collector_id, r.id AS day_id, r.settlement_date, r.state, coalesce(r.our_count, t.our_count) AS our_count,
      coalesce(r.our_amount, t.our_amount) AS our_amount, coalesce(r.bank_count, t.bank_count) AS bank_count,
      coalesce(r.bank_amount, t.bank_amount) AS bank_amount,
      t.difference, t.open_items,
      coalesce(r.cleared, t.cleared) AS cleared, coalesce(r.received, t.received) AS received, coalesce(r.charged, t.charged) AS charged, coalesce(r.claimed, t.claimed) AS claimed
    FROM rekonsiliasi r JOIN penerima i ON i.id = r.collector_id CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE d.state = 'OPEN') AS open_items,
        (count(d.payment_id) FILTER (WHERE NOT d.carried) + count(d.reversal_id) FILTER (WHERE NOT d.carried)
          + count(d.movement_id) FILTER (WHERE NOT d.carried) + count(d.posted_id))::int AS our_count,
        coalesce(sum(d.our_amount), 0)::bigint AS our_amount, (count(DISTINCT d.line_id) + count(d.reversal_line_id))::int AS bank_count,
        coalesce(sum(d.bank_amount), 0)::bigint AS bank_amount, coalesce(sum(d.difference), 0)::bigint AS difference, coalesce(sum(d.cleared), 0)::bigint AS cleared, coalesce(sum(d.received), 0)::bigint AS received,
        coalesce(sum(d.charged), 0)::bigint AS charged, coalesce(sum(d.claimed), 0)::bigint AS claimed
      FROM rekonsiliasi_detail d WHERE d.reconciliation_id = r.id) t
    WHERE r.settlement_date BETWEEN :from::date AND :to::date AND (:collector IS NULL OR r.collector_id = :collector::bigint)
      AND (:state IS NULL OR r.state = :state) AND r.expected
    ORDER BY i.name, i.id, r.settlement_date`,
  groupBy: 'bank',
  groupKey: 'collector_id',
  longest: { days: 366 },
  layout: 'LANDSCAPE',
};
