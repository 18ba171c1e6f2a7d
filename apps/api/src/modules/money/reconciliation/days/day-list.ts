import { STATE_NAMES, STATEMENT_KINDS } from '@tirtapay/domain';
import { coded, column, type CsvColumn, type ListDefinition } from '../../../../platform/list';
import type { DayDto } from '../dto/day.dto';
import { DAY_STATES } from '../states';

export type DayRow = Omit<DayDto, 'run_at' | 'closed_at'> & {
  readonly run_at: Date | null;
  readonly closed_at: Date | null;
};

export const DAY_SELECT = `r.id, r.collector_id AS bank_id, c.name AS bank_name, r.statement, r.settlement_date, r.state, r.file_id IS NOT NULL AS has_file, r.absence_id IS NOT NULL AS absent, r.expected,
  sums.items, sums.open_items, sums.open_amount, sums.our_amount, sums.bank_amount, r.run_at, r.closed_at, u.name AS closed_by`;
export const DAY_FROM = 'rekonsiliasi r JOIN penerima c ON c.id = r.collector_id';
/** A closed day has its sums; of an open one its items are added up. */
export const DAY_DETAILS = `LEFT JOIN orang u ON u.id = r.closed_by
  CROSS JOIN LATERAL (SELECT count(*)::int AS items, count(*) FILTER (WHERE d.state = 'OPEN')::int AS open_items,
    coalesce(sum(abs(d.difference)) FILTER (WHERE d.state = 'OPEN'), 0)::bigint AS open_amount,
    coalesce(sum(d.our_amount), 0)::bigint AS our_amount, coalesce(sum(d.bank_amount), 0)::bigint AS bank_amount
    FROM rekonsiliasi_detail d WHERE d.reconciliation_id = r.id) sums`;

export const DAY_LIST = {
  from: DAY_FROM,
  details: DAY_DETAILS,
  select: DAY_SELECT,
  sortable: { settlement_date: 'r.settlement_date' },
  indexed: ['settlement_date'],
  defaultSort: '-settlement_date',
  tieBreaker: 'r.id',
  filters: {
    bank_id: { type: 'integer', where: 'r.collector_id = $$' },
    statement: { type: 'text', where: 'r.statement = $$', choices: STATEMENT_KINDS },
    state: { type: 'text', where: 'r.state = $$', choices: DAY_STATES },
    from: { type: 'date', where: 'r.settlement_date >= $$' },
    to: { type: 'date', where: 'r.settlement_date <= $$' },
    missing_file: {
      type: 'boolean',
      where: '(r.file_id IS NULL AND r.absence_id IS NULL AND r.expected) = $$',
    },
  },
  search: [{ expression: 'c.name', match: 'contains' }],
} as const satisfies Omit<ListDefinition<DayRow, DayDto>, 'map'>;

/** One behind an end is open, and nobody's to close. */
const stateOf = ({ state, expected }: DayDto) => (expected ? state : 'ENDED');

export const DAY_COLUMNS: readonly CsvColumn<DayDto>[] = [
  column('Bank, pemasok, mitra', 'Bank, supplier, partner', (day) => day.bank_name, 'bank'),
  column('Tanggal', 'Date', (day) => day.settlement_date, 'settlement_date'),
  coded('Status', 'State', stateOf, STATE_NAMES.reconciliation, 'state'),
  column('Baris', 'Items', (day) => day.items, 'items'),
  column('Terbuka', 'Open', (day) => day.open_items, 'open_items'),
  column('Selisih terbuka', 'Open difference', (day) => day.open_amount, 'open_amount'),
  column('Menurut kami', 'Our side', (day) => day.our_amount, 'our_amount'),
  column('Menurut berkas', 'By the file', (day) => day.bank_amount, 'bank_amount'),
  column('Ditutup pada', 'Closed at', (day) => day.closed_at, 'closed_at'),
  column('Ditutup oleh', 'Closed by', (day) => day.closed_by, 'closed_by'),
];
