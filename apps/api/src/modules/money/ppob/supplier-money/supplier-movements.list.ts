import { Injectable } from '@nestjs/common';
import { CODE_NAMES, SUPPLIER_MOVEMENTS } from '@tirtapay/domain';
import { Database } from '../../../../platform/database';
import {
  coded,
  column,
  identifier,
  listAll,
  listPage,
  type CsvColumn,
  type ListDefinition,
  type ListParameters,
  type ListShape,
  type PageOf,
} from '../../../../platform/list';
import type { SupplierMovementDto } from './supplier-money.dto';

/** What lay between a supplier and us after a movement: added up for the rows of the page alone. */
const BALANCE = `(SELECT sum(b.amount)::bigint FROM mutasi_pemasok b WHERE b.supplier_id = m.supplier_id AND b.id <= m.id)`;

export const SUPPLIER_MOVEMENT_SHAPE = {
  sortable: { id: 'm.id' },
  indexed: ['id'],
  filters: {
    supplier_id: { type: 'integer', where: 'm.supplier_id = $$' },
    kind: { type: 'text', where: 'm.kind = $$', choices: SUPPLIER_MOVEMENTS },
    account: { type: 'text', where: 'm.account = $$', choices: ['1150', '2160'] },
    from: { type: 'date', where: 'm.business_date >= $$' },
    to: { type: 'date', where: 'm.business_date <= $$' },
  },
  sums: { amount: { sql: 'm.amount', kind: 'money' } },
  search: [{ expression: 'm.bank_reference', match: 'contains' }],
} as const satisfies ListShape;

const LIST: ListDefinition<SupplierMovementDto, SupplierMovementDto> = {
  ...SUPPLIER_MOVEMENT_SHAPE,
  from: 'mutasi_pemasok m JOIN penyedia y ON y.id = m.supplier_id',
  select: `m.id, m.supplier_id, y.name AS supplier, m.kind, m.account, m.business_date, m.amount, ${BALANCE} AS balance,
    m.sale_id, m.bank_reference, m.approval_id, m.reverses_id,
    EXISTS (SELECT FROM mutasi_pemasok r WHERE r.reverses_id = m.id) AS reversed`,
  defaultSort: '-id',
  tieBreaker: 'm.id',
  map: (row) => row,
};

export const SUPPLIER_MOVEMENT_CSV: readonly CsvColumn<SupplierMovementDto>[] = [
  identifier('Nomor', 'Number', (row) => row.id),
  column('Pemasok', 'Supplier', (row) => row.supplier, 'supplier'),
  identifier('Tanggal buku', 'Business date', (row) => row.business_date, [
    'business_date',
    'Tanggal',
    'Date',
  ]),
  coded('Jenis', 'Kind', (row) => row.kind, CODE_NAMES.supplierMovement, 'kind'),
  identifier('Akun', 'Account', (row) => row.account, 'account'),
  identifier('Nomor transaksi', 'Transaction', (row) => row.sale_id),
  identifier('Referensi bank', 'Bank reference', (row) => row.bank_reference, [
    'reference',
    'Referensi',
    'Reference',
  ]),
  column('Jumlah', 'Amount', (row) => row.amount, 'amount'),
  column('Saldo', 'Balance', (row) => row.balance, 'balance'),
];

/** The statement of what lies between the suppliers and us. */
@Injectable()
export class SupplierMovements {
  constructor(private readonly database: Database) {}

  page(parameters: ListParameters): Promise<PageOf<SupplierMovementDto>> {
    return listPage(this.database, LIST, parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<SupplierMovementDto> {
    return listAll(this.database, LIST, parameters);
  }
}
