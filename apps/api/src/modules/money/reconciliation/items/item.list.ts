import {
  actionWord,
  CHANNEL_NAMES,
  CODE_NAMES,
  ITEM_TYPES,
  itemTypeWord,
  STATEMENT_KINDS,
} from '@tirtapay/domain';
import {
  coded,
  column,
  identifier,
  onScreen,
  type CsvColumn,
  type ListDefinition,
} from '../../../../platform/list';
import type { ItemDto } from '../dto/item.dto';
import { MOVEMENT_NAME, MOVEMENT_REFERENCE } from '../matching/movement-sources';
import { TAKES_BACK_CLAIM } from '../matching/claims-taken-back';
import { ORDER_UNDER_WAY } from '../matching/order-under-way';
import { ITEM_STATES, type DayState } from '../states';

export type ItemRow = Omit<ItemDto, 'actions' | 'age_days'> & {
  readonly day_state: DayState;
  readonly takes_back_claim: boolean;
  readonly age: number;
};

export const ITEM_FROM = `rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id`;
export const ITEM_DETAILS = `JOIN penerima c ON c.id = r.collector_id
  LEFT JOIN pembayaran p ON p.id = d.payment_id LEFT JOIN pembayaran o ON o.id = p.reversal_of
  LEFT JOIN berkas_rekonsiliasi_baris l ON l.id = d.line_id
  LEFT JOIN pelanggan k ON k.id = p.customer_id
  LEFT JOIN jurnal j ON j.id = d.movement_id
  LEFT JOIN persetujuan a ON a.id = d.approval_id`;
export const ITEM_SELECT = `d.id, d.reconciliation_id, r.collector_id AS bank_id, c.name AS bank_name, d.statement, r.settlement_date, d.type, d.basis, d.state,
  d.payment_id, d.line_id, l.line, coalesce(p.bank_reference, o.bank_reference, ${MOVEMENT_REFERENCE}, l.reference, l.bank_reference) AS reference,
  d.movement_id, j.event AS movement_event, ${MOVEMENT_NAME} AS movement_name,
  coalesce(k.customer_number, l.customer_number) AS customer_number, k.name AS customer_name, coalesce(p.channel, l.channel) AS channel,
  d.our_amount, d.bank_amount, d.sen::int AS sen, d.fee, d.difference, d.action, d.approval_id,
  coalesce(a.status = 'PENDING', false) AS pending, ${ORDER_UNDER_WAY} AS under_way, ${TAKES_BACK_CLAIM} AS takes_back_claim,
  r.state AS day_state`;

/** A reference as the file or the payment has it, or the customer of the payment; each table by its own index. */
const SEARCH = [
  'SELECT x.id FROM berkas_rekonsiliasi_baris s JOIN rekonsiliasi_detail x ON x.line_id = s.id WHERE s.reference = $typed AND x.line_id IS NOT NULL',
  'SELECT x.id FROM pembayaran s JOIN rekonsiliasi_detail x ON x.payment_id = s.id WHERE s.bank_reference IS NOT NULL AND key_form(s.bank_reference) = $whole AND x.payment_id IS NOT NULL AND NOT x.carried',
  {
    find: 'SELECT x.id FROM pelanggan s JOIN pembayaran y ON y.customer_id = s.id JOIN rekonsiliasi_detail x ON x.payment_id = y.id WHERE s.customer_number LIKE $number AND x.payment_id IS NOT NULL AND NOT x.carried',
    row: 'NOT d.carried AND (SELECT s.customer_number LIKE $number FROM pembayaran y JOIN pelanggan s ON s.id = y.customer_id WHERE y.id = d.payment_id)',
  },
  `SELECT x.id FROM mutasi_loket s JOIN jurnal y ON y.entity_type = 'mutasi_loket' AND y.entity_id = s.id
   JOIN rekonsiliasi_detail x ON x.movement_id = y.id WHERE s.bank_reference = $typed AND x.movement_id IS NOT NULL AND NOT x.carried`,
  'SELECT x.id FROM setoran_mitra s JOIN rekonsiliasi_detail x ON x.movement_id = s.journal_id WHERE s.bank_reference = $typed AND x.movement_id IS NOT NULL AND NOT x.carried',
  'SELECT x.id FROM mutasi_pemasok s JOIN rekonsiliasi_detail x ON x.movement_id = s.journal_id WHERE s.bank_reference = $typed AND x.movement_id IS NOT NULL AND NOT x.carried',
  'SELECT x.id FROM setoran_meterai s JOIN rekonsiliasi_detail x ON x.movement_id = s.journal_id WHERE s.bank_reference = $typed AND x.movement_id IS NOT NULL AND NOT x.carried',
  'SELECT x.id FROM transactions t JOIN mutasi_pemasok s ON s.sale_id = t.id JOIN rekonsiliasi_detail x ON x.movement_id = s.journal_id WHERE t.supplier_ref = $typed AND x.movement_id IS NOT NULL AND NOT x.carried',
];

export const ITEM_LIST = {
  from: ITEM_FROM,
  details: ITEM_DETAILS,
  select: ITEM_SELECT,
  sortable: { id: 'd.id', settlement_date: 'r.settlement_date' },
  indexed: ['id'],
  defaultSort: 'id',
  tieBreaker: 'd.id',
  filters: {
    reconciliation_id: { type: 'integer', where: 'd.reconciliation_id = $$' },
    bank_id: { type: 'integer', where: 'r.collector_id = $$' },
    statement: { type: 'text', where: 'd.statement = $$', choices: STATEMENT_KINDS },
    type: { type: 'text', where: 'd.type = ANY($$)', choices: ITEM_TYPES, many: true },
    state: { type: 'text', where: 'd.state = $$', choices: ITEM_STATES },
    from: { type: 'date', where: 'r.settlement_date >= $$', order: 'settlement_date' },
    to: { type: 'date', where: 'r.settlement_date <= $$', order: 'settlement_date' },
    claims: { type: 'boolean', where: '(d.claimed <> 0) = $$' },
  },
  sums: {
    our_amount: { sql: 'd.our_amount', kind: 'money' },
    bank_amount: { sql: 'd.bank_amount', kind: 'money' },
    fee: { sql: 'd.fee', kind: 'money' },
    difference: { sql: 'd.difference', kind: 'money' },
    // What is too much and what is missing do not make up for each other: as the overview adds them up.
    difference_size: { sql: 'abs(d.difference)', kind: 'money' },
  },
  search: [{ sources: SEARCH }],
} as const satisfies Omit<ListDefinition<ItemRow, ItemDto>, 'map'>;

export const ITEM_COLUMNS: readonly CsvColumn<ItemDto>[] = [
  column('Bank, pemasok, mitra', 'Bank, supplier, partner', (item) => item.bank_name, 'bank'),
  column('Tanggal', 'Date', (item) => item.settlement_date, 'settlement_date'),
  column('Jenis', 'Type', (item, language) => itemTypeWord(item.type, item.statement, language), 'type'),
  coded('Status', 'State', (item) => item.state, CODE_NAMES.reconciliationItem, 'state'),
  identifier('Referensi', 'Reference', (item) => item.reference, 'reference'),
  identifier('Nomor pelanggan', 'Customer number', (item) => item.customer_number, 'customer_number'),
  column('Nama', 'Name', (item) => item.customer_name ?? item.movement_name, 'customer_name'),
  coded('Kanal', 'Channel', (item) => item.channel, CHANNEL_NAMES, 'channel'),
  column('Menurut kami', 'Our side', (item) => item.our_amount, 'our_amount'),
  column('Menurut berkas', 'By the file', (item) => item.bank_amount, 'bank_amount'),
  column('Biaya', 'Fee', (item) => item.fee, 'fee'),
  column('Selisih', 'Difference', (item) => item.difference, 'difference'),
  column('Besar selisih', 'Size of difference', (item) => Math.abs(item.difference), 'difference_size'),
  column(
    'Tindakan',
    'Action',
    (item, language) => (item.action === null ? null : actionWord(item.action, item.statement, language)),
    'action',
  ),
  onScreen('line', 'Baris berkas', 'Line of the file'),
  onScreen('age', 'Umur', 'Age'),
];
