import { CODE_NAMES, type Language } from '@tirtapay/domain';
import { coded, column, identifier, yesNo, type CsvColumn } from '../../../../platform/list';
import type { ActivityDto } from './activity.dto';

const data = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** A person or a bank by name; the public page and the system itself have none. */
function actorText({ actor }: ActivityDto, language: Language): string {
  const kinds: Readonly<Record<string, Readonly<Record<Language, string>>>> = CODE_NAMES.activityActor;
  return actor.name ?? kinds[actor.kind]?.[language] ?? actor.kind;
}

/** Columns of the CSV, in the language of the reader. */
export const ACTIVITY_COLUMNS: readonly CsvColumn<ActivityDto>[] = [
  column('Waktu', 'Time', (entry) => entry.at, 'at'),
  coded('Jenis Pelaku', 'Kind of actor', (entry) => entry.actor.kind, CODE_NAMES.activityActor),
  column('Pelaku', 'Actor', actorText, ['actor', 'Pelaku', 'Who']),
  coded('Tindakan', 'Action', (entry) => entry.action, CODE_NAMES.activityAction, 'action'),
  coded('Objek', 'Subject', (entry) => entry.entity_type, CODE_NAMES.activityEntity, [
    'entity',
    'Objek',
    'Object',
  ]),
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
