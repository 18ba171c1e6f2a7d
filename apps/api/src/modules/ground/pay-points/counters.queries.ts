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
import type { CounterDto } from './dto/counter.dto';

const FROM = 'loket l JOIN wilayah w ON w.id = l.region_id LEFT JOIN bank_integration b ON b.id = l.bank_id';
const SELECT = `l.id, l.bank_id, b.name AS bank_name, l.region_id, w.name AS region_name, l.name, l.address, l.hours,
  l.phone, l.active, l.version`;

export const COUNTER_LIST: ListDefinition<CounterDto, CounterDto> = {
  from: FROM,
  select: SELECT,
  sortable: { name: 'l.name', region: 'w.name', bank: 'b.name' },
  nullable: ['bank'],
  defaultSort: 'name',
  tieBreaker: 'l.id',
  filters: {
    active: { type: 'boolean', where: 'l.active = $$' },
    region_id: { type: 'integer', where: 'l.region_id = $$' },
    bank_id: { type: 'integer', where: 'l.bank_id = $$' },
  },
  search: [
    { expression: 'l.name', match: 'contains' },
    { expression: 'l.address', match: 'contains' },
  ],
  map: (row) => row,
};

/** Columns of the CSV, in the language of the reader. */
export const COUNTER_COLUMNS: readonly CsvColumn<CounterDto>[] = [
  column('Loket', 'Counter', (counter) => counter.name),
  column('Bank', 'Bank', (counter) => counter.bank_name ?? 'PDAM'),
  column('Wilayah', 'Region', (counter) => counter.region_name),
  column('Alamat', 'Address', (counter) => counter.address),
  column('Jam buka', 'Opening hours', (counter) => counter.hours),
  identifier('Telepon', 'Phone', (counter) => counter.phone),
  column('Aktif', 'Active', (counter, language) => yesNo(counter.active, language)),
];

interface NearCounter {
  readonly name: string;
  readonly address: string;
  readonly hours: string;
  readonly phone: string | null;
  readonly region_name: string;
  readonly in_region: boolean;
  /** Otherwise the utility's own. */
  readonly of_bank: boolean;
}

/** More than fit a phone's screen help nobody to choose. */
const NEAREST = 10;

@Injectable()
export class CounterQueries {
  constructor(private readonly database: Database) {}

  page(parameters: ListParameters): Promise<PageOf<CounterDto>> {
    return listPage(this.database, COUNTER_LIST, parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<CounterDto> {
    return listAll(this.database, COUNTER_LIST, parameters);
  }

  /** @throws Problem counter.not_found */
  async one(id: number): Promise<CounterDto> {
    const [row] = await this.database.read<CounterDto & Record<string, unknown>>(
      `SELECT ${SELECT} FROM ${FROM} WHERE l.id = $1`,
      [id],
    );
    if (row === undefined) throw new Problem('counter.not_found');
    return row;
  }

  /**
   * Open counters of the bank and of the utility, at most ten. Near is the region the customer number begins with,
   * which whoever asks knows already: finer would tell where the customer lives.
   */
  nearest(customerNumber: string, bankId: number): Promise<NearCounter[]> {
    return this.database.screen<NearCounter & Record<string, unknown>>(
      `SELECT l.name, l.address, l.hours, l.phone, w.name AS region_name, w.code = left($1, 2) AS in_region,
         l.bank_id IS NOT NULL AS of_bank
       FROM loket l JOIN wilayah w ON w.id = l.region_id
       WHERE l.active AND (l.bank_id = $2 OR l.bank_id IS NULL)
       ORDER BY in_region DESC, of_bank DESC, w.code, l.name, l.id LIMIT ${String(NEAREST)}`,
      [customerNumber, bankId],
    );
  }
}
