import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { period, periodOfDate, selectVersion, TARIFF_GROUPS } from '@tirtapay/domain';
import { Repository } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import {
  listAll,
  listPage,
  type ListDefinition,
  type ListParameters,
  type PageOf,
} from '../../../platform/list';
import { Problem } from '../../../platform/problem';
import type { TariffDetailDto, TariffDto, TariffVersionDto } from './dto/tariff.dto';
import { Tariff } from './entities/tariff.entity';
import { SELECT_VERSIONS, type StoredVersion } from './stored-version';

type TariffRow = Pick<Tariff, 'id' | 'code' | 'name' | 'kelompok' | 'active' | 'version'>;

const SELECT = 't.id, t.code, t.name, t.kelompok, t.active, t.version';

export const TARIFF_LIST: ListDefinition<TariffRow, TariffRow> = {
  from: 'tarif t',
  select: SELECT,
  sortable: { code: 't.code', name: 't.name', kelompok: 't.kelompok' },
  defaultSort: 'code',
  tieBreaker: 't.id',
  filters: {
    kelompok: { type: 'text', where: 't.kelompok = $$', choices: TARIFF_GROUPS },
    active: { type: 'boolean', where: 't.active = $$' },
  },
  search: [
    { expression: 't.code', match: 'contains' },
    { expression: 't.name', match: 'contains' },
  ],
  map: (row) => row,
};

@Injectable()
export class TariffQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @InjectRepository(Tariff) private readonly tariffs: Repository<Tariff>,
  ) {}

  async page(parameters: ListParameters): Promise<PageOf<TariffDto>> {
    const { data, meta } = await listPage(this.database, TARIFF_LIST, parameters);
    return { data: await this.priced(data), meta };
  }

  all(parameters: ListParameters): AsyncGenerator<TariffDto> {
    return this.pricedAll(listAll(this.database, TARIFF_LIST, parameters));
  }

  /** A utility has some dozens of categories: they are read together, so that their prices are. */
  private async *pricedAll(source: AsyncIterable<TariffRow>): AsyncGenerator<TariffDto> {
    const rows: TariffRow[] = [];
    for await (const row of source) rows.push(row);
    yield* await this.priced(rows);
  }

  private async priced(rows: readonly TariffRow[]): Promise<TariffDto[]> {
    const versions = await this.versions(
      rows.map((row) => row.id),
      "AND v.status = 'ACTIVE'",
    );
    return rows.map((row) => this.withCurrent(row, versions));
  }

  /** @throws Problem tariff.not_found */
  async one(id: number): Promise<TariffDetailDto> {
    const row = await this.tariffs.findOne({
      select: {
        id: true,
        code: true,
        name: true,
        kelompok: true,
        active: true,
        highPercent: true,
        lowPercent: true,
        version: true,
      },
      where: { id },
    });
    if (row === null) throw new Problem('tariff.not_found');
    const versions = await this.versions([id], '');
    const approved = versions.filter(({ status }) => status === 'ACTIVE');
    const { highPercent, lowPercent, ...category } = row;
    return {
      ...this.withCurrent(category, approved),
      high_percent: highPercent,
      low_percent: lowPercent,
      versions: versions.map((version) => this.toResponse(version)).reverse(),
    };
  }

  async version(id: number): Promise<TariffVersionDto> {
    const [row] = await this.database.read<StoredVersion & Record<string, unknown>>(
      `${SELECT_VERSIONS} WHERE v.id = $1`,
      [id],
    );
    if (row === undefined) throw new Problem('tariff.not_found');
    return this.toResponse(row);
  }

  private versions(tariffIds: readonly number[], condition: string): Promise<StoredVersion[]> {
    return this.database.read<StoredVersion & Record<string, unknown>>(
      `${SELECT_VERSIONS} WHERE v.tariff_id = ANY($1) ${condition} ORDER BY v.tariff_id, v.version_no`,
      [tariffIds],
    );
  }

  private withCurrent(row: TariffRow, approved: readonly StoredVersion[]): TariffDto {
    const own = approved
      .filter((version) => version.tariff_id === row.id)
      .map((version) => ({ version, validFrom: period(version.valid_from) }));
    const current = selectVersion(own, periodOfDate(this.clock.businessDate()));
    return { ...row, current_version: current === null ? null : this.toResponse(current.version) };
  }

  private toResponse(row: StoredVersion): TariffVersionDto {
    return {
      id: row.id,
      version_no: row.version_no,
      status: row.status,
      legal_basis: row.legal_basis,
      valid_from: row.valid_from,
      blocks: row.blocks.map((block) => ({ ...block })),
      fixed_charges: row.fixed_charges.map((charge) => ({ ...charge })),
      minimum: { kind: row.minimum_kind, value: row.minimum_value },
      charge_when_sealed: row.charge_when_sealed,
      created_by: row.created_by === null ? null : { id: row.created_by, name: row.creator_name ?? '' },
      created_at: this.clock.textOf(row.created_at),
      approval_id: row.approval_id,
    };
  }
}
