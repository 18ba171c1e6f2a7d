import { Injectable } from '@nestjs/common';
import {
  STATE_NAMES,
  countsBlind,
  PPOB_SERVICE_CODES,
  ppobServiceName,
  PUBLIC_PURCHASE_STATES,
  presentPurchaseState,
  type PurchaseState,
} from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { currentStaff } from '../../../../platform/context';
import { Database } from '../../../../platform/database';
import {
  coded,
  column,
  dayFilters,
  identifier,
  listAll,
  listPage,
  type CsvColumn,
  type FixedCondition,
  type ListDefinition,
  type ListParameters,
  type PageOf,
} from '../../../../platform/list';
import type { SaleRowDto } from './sale.dto';

interface Row extends Omit<SaleRowDto, 'created_at' | 'status'> {
  readonly state: PurchaseState;
  readonly reversed: boolean;
  readonly sold_at: Date;
}

/** Asked as what is not there: the planner takes a join that found nothing for rare, and it is nearly always so. */
const STANDS = 'NOT EXISTS (SELECT FROM pembayaran g WHERE g.reversal_of = t.payment_id)';
/** As it is called in public, each so that an index finds it. */
const STATE_CASES = {
  SUCCESS: `t.status = 'SUCCESS' AND ${STANDS}`,
  FAILED: `t.status = 'FAILED' AND ${STANDS}`,
  PENDING: `t.status NOT IN ('SUCCESS', 'FAILED', 'REFUNDED') AND ${STANDS}`,
  REFUNDED: `t.id IN (SELECT x.id FROM transactions x WHERE x.status = 'REFUNDED'
    UNION SELECT x.id FROM pembayaran r JOIN transactions x ON x.payment_id = r.reversal_of WHERE r.reversal_of IS NOT NULL)`,
} satisfies Readonly<Record<(typeof PUBLIC_PURCHASE_STATES)[number], string>>;

/** What was given back is no money any more. */
const kept = (sql: string) =>
  `CASE WHEN rv.id IS NULL AND t.status NOT IN ('FAILED', 'REFUNDED') THEN ${sql} END`;

/** What a client may ask of the list. */
export const SALE_LIST_SHAPE = {
  sortable: { created_at: 't.created_at', total_amount: 't.principal + t.admin_fee' },
  filters: {
    status: { type: 'text', where: '', cases: STATE_CASES, choices: PUBLIC_PURCHASE_STATES },
    service_code: {
      type: 'text',
      where: 't.service_id = (SELECT x.id FROM services x WHERE x.code = $$)',
      choices: PPOB_SERVICE_CODES,
    },
    collector_id: { type: 'integer', where: 't.collector_id = $$' },
    // Where they lie in time is a question of the zone, which the list puts in.
    ...dayFilters('t.created_at', 'UTC'),
  },
  sums: {
    principal: { sql: kept('t.principal'), kind: 'money' },
    admin_fee: { sql: kept('t.admin_fee'), kind: 'money' },
    total_amount: { sql: kept('t.principal + t.admin_fee'), kind: 'money' },
  },
  indexed: ['created_at'],
  // Each through its own index.
  search: [
    {
      sources: [
        {
          find: 'SELECT x.id FROM transactions x WHERE x.ref_id IS NOT NULL AND key_form(x.ref_id) LIKE $key',
          row: 'key_form(t.ref_id) LIKE $key',
        },
        'SELECT x.id FROM transactions x WHERE key_form(x.supplier_ref) = $whole',
        {
          find: `SELECT x.id FROM transactions x WHERE (' ' || search_form(x.customer_name)) LIKE $contains`,
          row: `(' ' || search_form(t.customer_name)) LIKE $contains`,
        },
      ],
    },
  ],
} as const satisfies Pick<
  ListDefinition<never, unknown>,
  'sortable' | 'indexed' | 'filters' | 'sums' | 'search'
>;

export const SALE_CSV: readonly CsvColumn<SaleRowDto>[] = [
  identifier('Nomor', 'Number', (sale) => sale.id, 'id'),
  identifier('Waktu', 'Time', (sale) => sale.created_at, 'created_at'),
  column('Mitra', 'Partner', (sale) => sale.collector_name, ['collector', 'Penjual', 'Seller']),
  identifier('Referensi', 'Reference', (sale) => sale.ref_id, [
    'ref_id',
    'Referensi penjual',
    "Seller's reference",
  ]),
  column(
    'Layanan',
    'Service',
    (sale, language) => ppobServiceName(sale.service_code, language),
    'service_code',
  ),
  column('Nama', 'Name', (sale) => sale.customer_name, 'customer_name'),
  column('Tagihan pokok', 'Principal', (sale) => sale.principal, 'principal'),
  column('Biaya admin', 'Admin fee', (sale) => sale.admin_fee, 'admin_fee'),
  column('Total', 'Total', (sale) => sale.total_amount, 'total_amount'),
  coded('Status', 'Status', (sale) => sale.status, STATE_NAMES.sale, 'status'),
  identifier('Nomor struk', 'Receipt', (sale) => sale.receipt_number, [
    'receipt_number',
    'No. kwitansi',
    'Receipt no.',
  ]),
];

@Injectable()
export class SaleList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param collectorId whose; null for all */
  page(parameters: ListParameters, collectorId: number | null): Promise<PageOf<SaleRowDto>> {
    return listPage(this.database, this.definition, parameters, ownedBy(collectorId));
  }

  all(parameters: ListParameters, collectorId: number | null): AsyncGenerator<SaleRowDto> {
    return listAll(this.database, this.definition, parameters, ownedBy(collectorId));
  }

  private get definition(): ListDefinition<Row, SaleRowDto> {
    return {
      ...SALE_LIST_SHAPE,
      filters: { ...SALE_LIST_SHAPE.filters, ...dayFilters('t.created_at', this.clock.zone) },
      // A left join on a key, so that counting never touches the joined table.
      from: 'transactions t LEFT JOIN pembayaran rv ON rv.reversal_of = t.payment_id',
      details: 'JOIN services s ON s.id = t.service_id JOIN penerima c ON c.id = t.collector_id',
      select: `t.id, t.collector_id, c.name AS collector_name, t.ref_id, s.code AS service_code, t.customer_name, t.principal, t.admin_fee,
        t.principal + t.admin_fee AS total_amount, t.status AS state, rv.id IS NOT NULL AS reversed, t.created_at AS sold_at,
        (SELECT k.receipt_number FROM kwitansi k WHERE k.sale_id = t.id OR k.payment_id = t.payment_id) AS receipt_number`,
      defaultSort: '-created_at',
      tieBreaker: 't.id',
      map: ({ state, reversed, sold_at: soldAt, ...row }) => ({
        ...row,
        status: presentPurchaseState(state, reversed),
        created_at: this.clock.textOf(soldAt),
      }),
    };
  }
}

/** A partner sees its own; a cashier not what the own open shift took, which is still to be counted blind. */
function ownedBy(collectorId: number | null): FixedCondition[] {
  if (collectorId !== null) return [{ where: 't.collector_id = $$', value: collectorId }];
  const { id, permissions } = currentStaff();
  return countsBlind(permissions)
    ? [
        {
          where: `coalesce(t.shift_id <> (SELECT o.id FROM shift_kas o WHERE o.cashier_id = $$ AND o.state = 'OPEN'), true)`,
          value: id,
        },
      ]
    : [];
}
