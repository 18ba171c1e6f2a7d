import { average, count, PERIODS, percent, text, volume, words } from '../columns';
import type { ReportDefinition } from '../report';

const READINGS = '/reports/reading-register?reader={reader_id}&from={from}&to={to}';
const only = (kind: string) => ({ link: `${READINGS}&kind=${kind}` });

export const READERS_REPORT: ReportDefinition = {
  key: 'readers',
  group: 'WORK',
  title: words('Kinerja pencatat meter', 'Performance of meter readers'),
  about: words(
    'Catatan menurut siapa yang membaca: berapa yang dibaca dari meter, ditaksir, berfoto, diminta baca ulang, dan yang ditandai meragukan.',
    'Readings by who took them: how many were read from the meter, estimated, photographed, sent back to be read again, and marked doubtful.',
  ),
  permission: 'reading.read',
  parameters: PERIODS,
  columns: [
    text('reader', 'Pencatat', 'Reader'),
    count('readings', 'Catatan', 'Readings'),
    count('actual', 'Dari meter', 'From the meter', only('ACTUAL')),
    count('estimated', 'Taksiran', 'Estimated', only('ESTIMATED')),
    count('with_photo', 'Berfoto', 'With a photo', only('PHOTO')),
    count('doubtful', 'Meragukan', 'Doubtful', only('DOUBTFUL')),
    count('reread', 'Baca ulang', 'To be read again', only('REREAD')),
    count('verified', 'Terverifikasi', 'Verified', only('VERIFIED')),
    count('zero', 'Pakai nol', 'No usage', only('ZERO')),
    count('days', 'Hari kerja', 'Days at work'),
    volume('usage_m3', 'm³', 'm³'),
    percent('actual_rate', '% dari meter', '% from the meter', { of: 'actual', per: 'readings' }),
    average('per_day', 'Catatan/hari', 'Readings a day', { of: 'readings', per: 'days' }),
  ],
  opens: READINGS,
  hidden: ['reader_id'],
  sql: `SELECT coalesce(u.name, '-') AS reader, u.id AS reader_id, count(*) AS readings, count(*) FILTER (WHERE r.method = 'ACTUAL') AS actual,
      count(*) FILTER (WHERE r.method <> 'ACTUAL') AS estimated,
      count(*) FILTER (WHERE EXISTS (SELECT FROM foto_meter f WHERE f.reading_id = r.id)) AS with_photo,
      count(*) FILTER (WHERE r.severity <> 'OK') AS doubtful,
      count(*) FILTER (WHERE EXISTS (SELECT FROM verification v WHERE v.reading_id = r.id AND v.decision = 'REREAD')) AS reread,
      count(*) FILTER (WHERE r.status = 'VERIFIED') AS verified, count(*) FILTER (WHERE r.usage_m3 = 0) AS zero,
      count(DISTINCT (r.read_at AT TIME ZONE :zone)::date) AS days, sum(r.usage_m3)::bigint AS usage_m3
    FROM meter_reading r LEFT JOIN orang u ON u.id = r.read_by
    WHERE r.period BETWEEN :from AND :to AND r.status <> 'CORRECTED' GROUP BY u.id, u.name ORDER BY 1, u.id`,
  longest: { periods: 12 },
  layout: 'LANDSCAPE',
};
