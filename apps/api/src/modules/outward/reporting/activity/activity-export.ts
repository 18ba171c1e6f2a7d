import { column, identifier, yesNo, type CsvColumn } from '../../../../platform/list';
import type { ActivityDto } from './activity.dto';

const data = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Columns of the CSV, in the language of the reader. */
export const ACTIVITY_COLUMNS: readonly CsvColumn<ActivityDto>[] = [
  column('Waktu', 'Time', (entry) => entry.at, 'at'),
  column('Jenis Pelaku', 'Kind of actor', (entry) => entry.actor.kind),
  column('Pelaku', 'Actor', (entry) => entry.actor.name, ['actor', 'Pelaku', 'Who']),
  column('Tindakan', 'Action', (entry) => entry.action, 'action'),
  column('Objek', 'Subject', (entry) => entry.entity_type, ['entity', 'Objek', 'Object']),
  column('ID Objek', 'Subject id', (entry) => entry.entity_id),
  column('Sebelum', 'Before', (entry) => data(entry.before)),
  column('Sesudah', 'After', (entry) => data(entry.after)),
  column('Alamat IP', 'IP address', (entry) => entry.ip, 'ip'),
  identifier('No. Permintaan', 'Request no.', (entry) => entry.request_id, [
    'request_id',
    'No. permintaan',
    'Request no.',
  ]),
  column('Tersegel', 'Sealed', (entry, language) => yesNo(entry.sealed, language), [
    'sealed',
    'Segel',
    'Seal',
  ]),
];
