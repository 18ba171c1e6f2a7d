import { CHANNEL_NAMES } from '@tirtapay/domain';
import { joinPlace, REGION_THEN } from '../../../../water/customers';
import { choice, count, DAYS, REGION, rupiah, volume, word, words } from '../columns';
import type { ReportDefinition } from '../report';
import { LPP_DAYS } from './lpp.report';
import { noLongerThan } from './no-longer-than';
import { DEBT_AGE_OF, DEBT_AGES, SETTLED_BILLS } from './settled-bills';

const LPP =
  '/reports/lpp?from={first_day}&to={last_day}&channel={channel?}&collector={collector_id?}&region={region_id?}&tariff={tariff_id?}&age={age?}';

export const REVENUE_REPORT: ReportDefinition = {
  key: 'revenue',
  group: 'RECEIPTS',
  title: words('Ikhtisar LPP dan pendapatan', 'Receipts by area, channel and category'),
  about: words(
    'Rekening yang dilunasi menurut tanggal buku, dijumlahkan menurut golongan, wilayah, kanal, penerima, umur piutang atau hari; pembatalan dikurangkan pada harinya.',
    'Bills that were paid, by business date, added up by category, region, channel, collector, age of the debt or day; a reversal is taken off on its day.',
  ),
  permission: 'payment.read',
  parameters: [
    choice('by', 'Menurut', 'By', {
      CATEGORY: words('Golongan', 'Category'),
      REGION: words('Wilayah', 'Region'),
      CHANNEL: words('Kanal', 'Channel'),
      COLLECTOR: words('Penerima', 'Collector'),
      AGE: words('Umur piutang', 'Age of the debt'),
      DAY: words('Hari', 'Day'),
    }),
    ...DAYS,
    REGION,
  ],
  columns: [
    // One column of several kinds: a channel and an age have words, everything else stands as it is.
    word('heading', 'Uraian', 'What', { ...CHANNEL_NAMES, ...DEBT_AGES }),
    count('sheets', 'Lembar', 'Bills'),
    volume('usage_m3', 'm³', 'm³'),
    rupiah('bills', 'Rek air', 'Water bills', { link: LPP }),
    rupiah('nonwater', 'Non-air', 'Non-water'),
    rupiah('water', 'di antaranya harga air', 'of it water charges'),
    rupiah('fixed', 'di antaranya beban tetap', 'of it fixed charges'),
    rupiah('penalty', 'Denda', 'Penalty'),
    rupiah('stamp_duty', 'Meterai', 'Stamp duty'),
    rupiah('admin_fee', 'Admin', 'Fee'),
    rupiah('total', 'Total', 'Total'),
    rupiah('without_penalty', 'Tanpa denda', 'Without penalty'),
  ],
  opens: `${LPP}&kind=ALL`,
  hidden: ['first_day', 'last_day', 'channel', 'collector_id', 'region_id', 'tariff_id', 'age'],
  sql: `SELECT CASE :by WHEN 'CATEGORY' THEN coalesce(t.code || ' ' || t.name, '-') WHEN 'REGION' THEN w.code || ' ' || w.name
        WHEN 'CHANNEL' THEN s.channel WHEN 'COLLECTOR' THEN i.name WHEN 'DAY' THEN s.business_date::text
        ELSE ${DEBT_AGE_OF} END AS heading,
      -- Of what has no category there is no list.
      CASE WHEN :by = 'DAY' THEN min(s.business_date) WHEN :by <> 'CATEGORY' OR min(t.id) IS NOT NULL THEN ${noLongerThan(LPP_DAYS, ':from::date')} END AS first_day,
      CASE WHEN :by = 'DAY' THEN min(s.business_date) WHEN :by <> 'CATEGORY' OR min(t.id) IS NOT NULL THEN ${noLongerThan(LPP_DAYS, ':to::date')} END AS last_day,
      CASE :by WHEN 'AGE' THEN min(${DEBT_AGE_OF}) END AS age,
      CASE :by WHEN 'CHANNEL' THEN min(s.channel) END AS channel, CASE :by WHEN 'COLLECTOR' THEN min(s.collector_id) END AS collector_id,
      coalesce(CASE :by WHEN 'REGION' THEN min(w.id) END, :region::bigint) AS region_id, CASE :by WHEN 'CATEGORY' THEN min(t.id) END AS tariff_id,
      sum(s.sign)::bigint AS sheets, sum(s.sign * b.usage_m3)::bigint AS usage_m3,
      coalesce(sum(s.principal) FILTER (WHERE b.kind <> 'NONWATER'), 0)::bigint AS bills,
      coalesce(sum(s.principal) FILTER (WHERE b.kind = 'NONWATER'), 0)::bigint AS nonwater, sum(s.sign * b.water_amount)::bigint AS water,
      sum(s.sign * b.fixed_amount)::bigint AS fixed, sum(s.penalty)::bigint AS penalty,
      sum(s.stamp_duty)::bigint AS stamp_duty, sum(s.admin_fee)::bigint AS admin_fee,
      sum(s.principal + s.penalty + s.stamp_duty + s.admin_fee)::bigint AS total,
      sum(s.principal + s.stamp_duty + s.admin_fee)::bigint AS without_penalty
    FROM ${SETTLED_BILLS} s JOIN tagihan b ON b.id = s.bill_id JOIN pelanggan c ON c.id = b.customer_id ${joinPlace('b')} JOIN wilayah w ON w.id = ${REGION_THEN}
      JOIN penerima i ON i.id = s.collector_id LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id
      LEFT JOIN tarif t ON t.id = coalesce(b.tariff_id, v.tariff_id)
    WHERE :region IS NULL OR w.id = :region::bigint
    GROUP BY 1, CASE :by WHEN 'COLLECTOR' THEN i.id END ORDER BY 1, min(i.id)`,
  longest: { days: 366 },
  chart: { by: 'heading', of: ['total'] },
  layout: 'LANDSCAPE',
};
