import { CODE_NAMES, STATE_NAMES } from '@tirtapay/domain';
import { coded, column, onScreen, identifier, type CsvColumn } from '../../../../platform/list';
import type { WebhookMessageDto } from './webhook-message.dto';

/** Columns of the CSV, in the language of the reader. */
export const WEBHOOK_COLUMNS: readonly CsvColumn<WebhookMessageDto>[] = [
  column('Diterima', 'Received', (message) => message.received_at, ['received_at', 'Waktu', 'Time']),
  column('Bank', 'Bank', (message) => message.bank.name, 'bank'),
  coded('Sumber', 'Source', (message) => message.source, CODE_NAMES.webhookSource, [
    'source',
    'Lewat',
    'Through',
  ]),
  identifier('ID Peristiwa', 'Event id', (message) => message.event_id, [
    'event_id',
    'ID kejadian',
    'Event id',
  ]),
  coded('Keadaan', 'State', (message) => message.state, STATE_NAMES.webhook, ['state', 'Status', 'State']),
  column('Kiriman', 'Deliveries', (message) => message.deliveries, [
    'deliveries',
    'Dikirim bank',
    'Sent by the bank',
  ]),
  column('Percobaan', 'Attempts', (message) => message.attempts, 'attempts'),
  coded('Hasil', 'Outcome', (message) => message.outcome, CODE_NAMES.webhookOutcome, [
    'outcome',
    'Hasil',
    'Result',
  ]),
  column('Galat Terakhir', 'Last error', (message) => message.last_error),
  column('Diproses', 'Processed', (message) => message.processed_at),
  column('Dicoba Lagi Pada', 'Next attempt at', (message) => message.next_attempt_at, [
    'next_attempt_at',
    'Dicoba lagi',
    'Next attempt',
  ]),
  onScreen('event', 'Kabar', 'News'),
  onScreen('amount', 'Jumlah', 'Amount'),
  onScreen('reference', 'Referensi bank', 'Bank reference'),
];
