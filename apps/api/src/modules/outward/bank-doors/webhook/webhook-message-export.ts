import type { CsvColumn } from '../../../../platform/list';
import type { WebhookMessageDto } from './webhook-message.dto';

/** Columns of the CSV, in the language of the office. */
export const WEBHOOK_COLUMNS: readonly CsvColumn<WebhookMessageDto>[] = [
  { header: 'Diterima', value: (message) => message.received_at },
  { header: 'Bank', value: (message) => message.bank.name },
  { header: 'Sumber', value: (message) => message.source },
  { header: 'ID Peristiwa', value: (message) => message.event_id },
  { header: 'Keadaan', value: (message) => message.state },
  { header: 'Kiriman', value: (message) => message.deliveries },
  { header: 'Percobaan', value: (message) => message.attempts },
  { header: 'Hasil', value: (message) => message.outcome },
  { header: 'Galat Terakhir', value: (message) => message.last_error },
  { header: 'Diproses', value: (message) => message.processed_at },
  { header: 'Dicoba Lagi Pada', value: (message) => message.next_attempt_at },
];
