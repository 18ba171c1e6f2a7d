import { STATE_NAMES } from '@tirtapay/domain';
import { joinPlace, REGION_THEN } from '../../../../water/customers';
import { OWED_PENALTY } from '../../../../water/penalty';
import { identifier, period, PERIODS, POLICY, REGION, rupiah, TARIFF, text, word, words } from '../columns';
import type { ReportDefinition } from '../report';

export const PENALTY_REGISTER_REPORT: ReportDefinition = {
  key: 'penalty-register',
  group: 'ARREARS',
  title: words('Register denda per rekening', 'Register of penalties'),
  about: words(
    'Denda setiap rekening yang sudah dibukukan: berapa yang dikenakan, dibayar, dihapus dan masih terutang.',
    'The penalty booked on each bill: how much was charged, paid, waived and is still owed.',
  ),
  permission: 'penalty.read',
  parameters: [...PERIODS, REGION, TARIFF, POLICY],
  columns: [
    period('period', 'Periode', 'Period'),
    identifier('bill_number', 'No. rekening', 'Bill no.', { link: '/bills/{bill_id}' }),
    identifier('customer_number', 'No. pelanggan', 'Customer no.', { link: '/customers/{customer_id}' }),
    text('name', 'Nama', 'Name'),
    text('policy', 'Kebijakan', 'Policy'),
    word('bill_state', 'Status', 'State', STATE_NAMES.bill),
    rupiah('charged', 'Dikenakan', 'Charged'),
    rupiah('paid', 'Dibayar', 'Paid'),
    rupiah('waived', 'Dihapus', 'Waived'),
    rupiah('owed', 'Terutang', 'Owed'),
  ],
  opens: '/bills/{bill_id}',
  hidden: ['bill_id', 'customer_id'],
  sql: `SELECT b.period, b.id AS bill_id, b.bill_number, c.id AS customer_id, c.customer_number, c.name, k.name AS policy, b.state AS bill_state,
      d.amount AS charged, CASE b.state WHEN 'PAID' THEN ${OWED_PENALTY} ELSE 0 END AS paid, d.amount - ${OWED_PENALTY} AS waived,
      CASE b.state WHEN 'ISSUED' THEN ${OWED_PENALTY} ELSE 0 END AS owed
    FROM tagihan b JOIN denda d ON d.bill_id = b.id JOIN pelanggan c ON c.id = b.customer_id ${joinPlace('b')}
      LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id LEFT JOIN tarif t ON t.id = coalesce(b.tariff_id, v.tariff_id)
      LEFT JOIN LATERAL (SELECT e.policy_id FROM denda_rincian e WHERE e.bill_id = b.id ORDER BY e.id DESC LIMIT 1) e ON true
      LEFT JOIN kebijakan_denda k ON k.id = e.policy_id
    WHERE b.period BETWEEN :from AND :to AND b.state IN ('ISSUED', 'PAID') AND (:region IS NULL OR ${REGION_THEN} = :region::bigint)
      AND (:tariff IS NULL OR t.id = :tariff::bigint) AND (:policy IS NULL OR k.id = :policy::bigint)
    ORDER BY b.period, c.customer_number, b.id`,
  numbered: true,
  longest: { periods: 24 },
  layout: 'LANDSCAPE',
};
