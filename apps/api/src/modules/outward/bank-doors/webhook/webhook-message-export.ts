import { column, identifier, type CsvColumn } from '../../../../platform/list';
import type { WebhookMessageDto } from './webhook-message.dto';

/** Columns of the CSV, in the language of the reader. */
export const WEBHOOK_COLUMNS: readonly CsvColumn<WebhookMessageDto>[] = [
  column('Diterima', 'Received', (message) => message.received_at),
  column('Bank', 'Bank', (message) => message.bank.name),
  column('Sumber', 'Source', (message) => message.source),
  identifier('ID Peristiwa', 'Event id', (message) => message.event_id),
  column('Keadaan', 'State', (message) => message.state),
  column('Kiriman', 'Deliveries', (message) => message.deliveries),
  column('Percobaan', 'Attempts', (message) => message.attempts),
  column('Hasil', 'Outcome', (message) => message.outcome),
  column('Galat Terakhir', 'Last error', (message) => message.last_error),
  column('Diproses', 'Processed', (message) => message.processed_at),
  column('Dicoba Lagi Pada', 'Next attempt at', (message) => message.next_attempt_at),
];
