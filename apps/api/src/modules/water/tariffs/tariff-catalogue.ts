import { Injectable } from '@nestjs/common';
import type { TariffVersion } from '@tirtapay/domain';
import { Tx, type Database } from '../../../platform/database';
import { SELECT_VERSIONS, toDomain, type StoredVersion } from './stored-version';

/** A version that prices bills, with the ids a bill remembers. */
export interface CataloguedVersion extends TariffVersion {
  readonly id: number;
  readonly tariffId: number;
}

/** Prices in force, for whoever calculates bills. */
@Injectable()
export class TariffCatalogue {
  /**
   * The versions in force of each tariff, oldest first; `selectVersion` picks the one of a period. One that another took the
   * place of, before anything was billed by it, prices nothing. One statement for any number of tariffs.
   */
  async versionsOf(
    source: Tx | Database,
    tariffIds: readonly number[],
  ): Promise<ReadonlyMap<number, readonly CataloguedVersion[]>> {
    const versions = await catalogued(source, "v.tariff_id = ANY($1) AND v.status = 'ACTIVE'", tariffIds);
    const catalogue = new Map<number, CataloguedVersion[]>(tariffIds.map((id) => [id, []]));
    for (const version of versions) catalogue.get(version.tariffId)?.push(version);
    return catalogue;
  }

  /** These versions by their id, whatever became of them: for bills that keep the price they had. */
  async kept(source: Tx | Database, ids: readonly number[]): Promise<ReadonlyMap<number, CataloguedVersion>> {
    const versions = ids.length === 0 ? [] : await catalogued(source, 'v.id = ANY($1)', ids);
    return new Map(versions.map((version) => [version.id, version]));
  }

  /** One version whatever became of it, for whoever shows what a bill was worked out by; null when there is none. */
  async version(source: Database, id: number): Promise<TariffVersion | null> {
    const [row] = await source.screen<StoredVersion & object>(`${SELECT_VERSIONS} WHERE v.id = $1`, [id]);
    return row === undefined ? null : toDomain(row);
  }
}

async function catalogued(
  source: Tx | Database,
  condition: string,
  ids: readonly number[],
): Promise<CataloguedVersion[]> {
  const sql = `${SELECT_VERSIONS} WHERE ${condition} ORDER BY v.tariff_id, v.valid_from, v.version_no`;
  const rows = await (source instanceof Tx
    ? source.query<StoredVersion & Record<string, unknown>>(sql, [ids])
    : source.read<StoredVersion & Record<string, unknown>>(sql, [ids]));
  return rows.map((row) => ({ ...toDomain(row), id: row.id, tariffId: row.tariff_id }));
}
