import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import {
  column,
  identifier,
  yesNo,
  listAll,
  listPage,
  type CsvColumn,
  type ListDefinition,
  type ListParameters,
  type PageOf,
} from '../../../platform/list';
import { Problem } from '../../../platform/problem';
import type { PayPointDto } from './dto/pay-point.dto';

const FROM = 'titik_bayar t JOIN wilayah w ON w.id = t.region_id LEFT JOIN penerima b ON b.id = t.bank_id';
const SELECT = `t.id, t.bank_id, b.name AS bank_name, t.region_id, w.name AS region_name, t.name, t.address, t.hours,
  t.phone, t.coordinates, t.active, t.version`;

export const PAY_POINT_LIST: ListDefinition<PayPointDto, PayPointDto> = {
  from: FROM,
  select: SELECT,
  sortable: { name: 't.name', region: 'w.name', bank: 'b.name' },
  nullable: ['bank'],
  defaultSort: 'name',
  tieBreaker: 't.id',
  filters: {
    active: { type: 'boolean', where: 't.active = $$' },
    region_id: { type: 'integer', where: 't.region_id = $$' },
    bank_id: { type: 'integer', where: 't.bank_id = $$' },
  },
  search: [
    { expression: 't.name', match: 'contains' },
    { expression: 't.address', match: 'contains' },
  ],
  map: (row) => row,
};

/** Columns of the CSV, in the language of the reader. */
export const PAY_POINT_COLUMNS: readonly CsvColumn<PayPointDto>[] = [
  column('Titik bayar', 'Pay point', (point) => point.name, [
    'name',
    'Nama titik bayar',
    'Name of the pay point',
  ]),
  column('Bank', 'Bank', (point) => point.bank_name ?? 'PDAM', ['bank', 'Milik', 'Belongs to']),
  column('Wilayah', 'Region', (point) => point.region_name, 'region'),
  column('Alamat', 'Address', (point) => point.address, 'address'),
  column('Jam buka', 'Opening hours', (point) => point.hours, 'hours'),
  identifier('Telepon', 'Phone', (point) => point.phone, ['phone', 'Telepon', 'Telephone']),
  column('Koordinat', 'Coordinates', (point) => point.coordinates, 'coordinates'),
  column('Aktif', 'Active', (point, language) => yesNo(point.active, language), [
    'active',
    'Status',
    'State',
  ]),
];

interface NearPayPoint {
  readonly name: string;
  readonly address: string;
  readonly hours: string;
  readonly phone: string | null;
  readonly coordinates: string | null;
  readonly region_name: string;
  readonly in_region: boolean;
  /** Otherwise the utility's own. */
  readonly of_bank: boolean;
}

/** More than fit a phone's screen help nobody to choose. */
const NEAREST = 10;

@Injectable()
export class PayPointQueries {
  constructor(private readonly database: Database) {}

  page(parameters: ListParameters): Promise<PageOf<PayPointDto>> {
    return listPage(this.database, PAY_POINT_LIST, parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<PayPointDto> {
    return listAll(this.database, PAY_POINT_LIST, parameters);
  }

  /** @throws Problem pay_point.not_found */
  async one(id: number): Promise<PayPointDto> {
    const [row] = await this.database.read<PayPointDto & Record<string, unknown>>(
      `SELECT ${SELECT} FROM ${FROM} WHERE t.id = $1`,
      [id],
    );
    if (row === undefined) throw new Problem('pay_point.not_found');
    return row;
  }

  /**
   * Open pay points of the bank and of the utility, at most ten. Near is the region the customer number begins with,
   * which whoever asks knows already: finer would tell where the customer lives.
   */
  nearest(customerNumber: string, bankId: number): Promise<NearPayPoint[]> {
    return this.database.screen<NearPayPoint & Record<string, unknown>>(
      `SELECT t.name, t.address, t.hours, t.phone, t.coordinates, w.name AS region_name, w.code = left($1, 2) AS in_region,
         t.bank_id IS NOT NULL AS of_bank
       FROM titik_bayar t JOIN wilayah w ON w.id = t.region_id
       WHERE t.active AND (t.bank_id = $2 OR t.bank_id IS NULL)
       ORDER BY in_region DESC, of_bank DESC, w.code, t.name, t.id LIMIT ${String(NEAREST)}`,
      [customerNumber, bankId],
    );
  }
}
