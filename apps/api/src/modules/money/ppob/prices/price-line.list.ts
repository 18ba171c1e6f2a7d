import { Injectable } from '@nestjs/common';
import { STATE_NAMES, PPOB_SERVICE_CODES, ppobServiceName } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import {
  coded,
  column,
  onScreen,
  identifier,
  listAll,
  listPage,
  type CsvColumn,
  type ListDefinition,
  type ListParameters,
  type PageOf,
} from '../../../../platform/list';
import { PRICE_STATES, type FeeLineDto, type PriceLineDto, type PriceState } from './price-change.dto';

interface Row extends Omit<PriceLineDto, 'effective_from' | 'effective_to' | 'state' | 'margin'> {
  readonly effective_from: Date;
  readonly effective_to: Date | null;
}

/** A line that ends where it begins was planned and never held. */
function stateAt(
  at: number,
  { effective_from: from, effective_to: to }: Pick<Row, 'effective_from' | 'effective_to'>,
): PriceState {
  if (to !== null && (to.getTime() <= at || to.getTime() === from.getTime())) return 'ENDED';
  return from.getTime() > at ? 'PLANNED' : 'IN_FORCE';
}

/** The same for a filter. */
const stateSql = (at: Date) =>
  `CASE WHEN p.effective_to <= '${at.toISOString()}' OR p.effective_to = p.effective_from THEN 'ENDED'
     WHEN p.effective_from > '${at.toISOString()}' THEN 'PLANNED' ELSE 'IN_FORCE' END`;

export const PRICE_LIST_SHAPE = {
  sortable: {
    service_code: 's.id',
    variant: 'p.variant',
    price: 'p.price',
    effective_from: 'p.effective_from',
  },
  nullable: ['price'],
  filters: {
    service_code: { type: 'text', where: 's.code = $$', choices: PPOB_SERVICE_CODES },
    state: { type: 'text', where: 'false', choices: PRICE_STATES },
  },
  search: [
    { expression: 'p.variant', match: 'contains' },
    { expression: 'p.sku', match: 'key prefix' },
  ],
} as const satisfies Pick<ListDefinition<never, unknown>, 'sortable' | 'nullable' | 'filters' | 'search'>;

export const PRICE_CSV: readonly CsvColumn<PriceLineDto>[] = [
  column(
    'Layanan',
    'Service',
    (line, language) => ppobServiceName(line.service_code, language),
    'service_code',
  ),
  column('Varian', 'Variant', (line) => line.variant, 'variant'),
  column('Harga', 'Price', (line) => line.price, ['price', 'Harga jual', 'Price']),
  column('Harga pemasok', 'Cost', (line) => line.cost, [
    'cost',
    'Harga pemasok paling tinggi',
    "Supplier's price at most",
  ]),
  identifier('Kode pemasok', 'Supplier code', (line) => line.sku, [
    'sku',
    'Kode produk pemasok',
    "Supplier's product code",
  ]),
  identifier('Mulai', 'From', (line) => line.effective_from, 'effective_from'),
  identifier('Sampai', 'Until', (line) => line.effective_to, 'effective_to'),
  coded('Status', 'State', (line) => line.state, STATE_NAMES.priceLine, ['state', 'Status', 'Status']),
  onScreen('margin', 'Margin', 'Margin'),
];

/** Everything that was, is and will be the price of something. */
@Injectable()
export class PriceLineList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  page(parameters: ListParameters): Promise<PageOf<PriceLineDto>> {
    return listPage(this.database, this.definition(), parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<PriceLineDto> {
    return listAll(this.database, this.definition(), parameters);
  }

  /** The fees of the twelve services, newest first within each. */
  async fees(): Promise<FeeLineDto[]> {
    const at = this.clock.now();
    const rows = await this.database.screen<
      Omit<FeeLineDto, 'effective_from' | 'effective_to' | 'state'> &
        Pick<Row, 'effective_from' | 'effective_to'>
    >(
      `SELECT s.code AS service_code, s.name, f.admin_fee, f.effective_from, f.effective_to, f.approval_id
       FROM services s JOIN ppob_biaya f ON f.service_id = s.id ORDER BY s.id, f.effective_from DESC, f.id DESC`,
    );
    return rows.map((row) => ({
      ...row,
      effective_from: this.clock.textOf(row.effective_from),
      effective_to: this.clock.textOf(row.effective_to),
      state: stateAt(at, row),
    }));
  }

  private definition(): ListDefinition<Row, PriceLineDto> {
    const at = this.clock.date();
    const { filters } = PRICE_LIST_SHAPE;
    return {
      ...PRICE_LIST_SHAPE,
      filters: { ...filters, state: { ...filters.state, where: `${stateSql(at)} = $$` } },
      from: 'ppob_produk p JOIN services s ON s.id = p.service_id',
      select: `p.id, s.code AS service_code, p.variant, p.price, p.cost, p.sku, p.effective_from, p.effective_to, p.approval_id`,
      defaultSort: 'service_code,variant,price',
      tieBreaker: 'p.id',
      map: (row) => ({
        ...row,
        margin: row.price === null || row.cost === null ? null : row.price - row.cost,
        effective_from: this.clock.textOf(row.effective_from),
        effective_to: this.clock.textOf(row.effective_to),
        state: stateAt(at.getTime(), row),
      }),
    };
  }
}
