import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database';
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
} from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';
import type { RegionDto, RegionReader, RouteDto } from '../../../ground/regions';

const CUSTOMERS = "(SELECT count(*) FROM pelanggan p WHERE p.region_id = r.id AND p.state <> 'NONAKTIF')";
const SELECT = `r.id, r.code, r.name, r.active, r.version, ${CUSTOMERS} AS customer_count`;

export const REGION_LIST: ListDefinition<RegionDto, RegionDto> = {
  from: 'wilayah r',
  select: SELECT,
  sortable: { code: 'r.code', name: 'r.name' },
  defaultSort: 'code',
  tieBreaker: 'r.id',
  filters: { active: { type: 'boolean', where: 'r.active = $$' } },
  sums: { customer_count: { sql: CUSTOMERS, kind: 'number' } },
  search: [
    { expression: 'r.code', match: 'number' },
    { expression: 'r.name', match: 'contains' },
  ],
  map: (row) => row,
};

/** Columns of the CSV, in the language of the reader. */
export const REGION_COLUMNS: readonly CsvColumn<RegionDto>[] = [
  identifier('Kode', 'Code', (region) => region.code, 'code'),
  column('Wilayah', 'Region', (region) => region.name, ['name', 'Nama', 'Name']),
  column('Pelanggan', 'Customers', (region) => region.customer_count, 'customer_count'),
  column('Aktif', 'Active', (region, language) => yesNo(region.active, language), [
    'active',
    'Status',
    'State',
  ]),
];

@Injectable()
export class RegionQueries implements RegionReader {
  constructor(private readonly database: Database) {}

  page(parameters: ListParameters): Promise<PageOf<RegionDto>> {
    return listPage(this.database, REGION_LIST, parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<RegionDto> {
    return listAll(this.database, REGION_LIST, parameters);
  }

  /** @throws Problem region.not_found */
  async one(id: number): Promise<RegionDto> {
    const [row] = await this.database.read<RegionDto & Record<string, unknown>>(
      `SELECT ${SELECT} FROM wilayah r WHERE r.id = $1`,
      [id],
    );
    if (row === undefined) throw new Problem('region.not_found');
    return row;
  }

  /** @throws Problem region.not_found */
  async routesOf(regionId: number): Promise<RouteDto[]> {
    const rows = await this.database.screen<RouteDto & Record<string, unknown>>(
      `SELECT t.id, t.code, t.name,
         (SELECT count(*) FROM pelanggan p WHERE p.region_id = t.region_id AND p.route_id = t.id AND p.state <> 'NONAKTIF')
           AS customer_count
       FROM rute t WHERE t.region_id = $1 ORDER BY t.code`,
      [regionId],
    );
    if (rows.length === 0) await this.one(regionId);
    return rows;
  }
}
