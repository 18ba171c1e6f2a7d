import type { CsvColumn } from '../../../platform/list';
import type { ActivityResponse } from './dto/activity.response';

const data = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Columns of the CSV, in the language of the office. */
export const ACTIVITY_COLUMNS: readonly CsvColumn<ActivityResponse>[] = [
  { header: 'Waktu', value: (entry) => entry.at },
  { header: 'Jenis Pelaku', value: (entry) => entry.actor.kind },
  { header: 'Pelaku', value: (entry) => entry.actor.name },
  { header: 'Tindakan', value: (entry) => entry.action },
  { header: 'Objek', value: (entry) => entry.entity_type },
  { header: 'ID Objek', value: (entry) => entry.entity_id },
  { header: 'Sebelum', value: (entry) => data(entry.before) },
  { header: 'Sesudah', value: (entry) => data(entry.after) },
  { header: 'Alamat IP', value: (entry) => entry.ip },
  { header: 'No. Permintaan', value: (entry) => entry.request_id },
  { header: 'Tersegel', value: (entry) => (entry.sealed ? 'Ya' : 'Belum') },
];
