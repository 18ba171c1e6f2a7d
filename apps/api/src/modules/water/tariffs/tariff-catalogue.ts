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
   * The approved versions (active or archived) of each tariff, oldest first; `selectVersion` picks the one of a
   * period. One statement for any number of tariffs.
   */
  async versionsOf(
    source: Tx | Database,
    tariffIds: readonly number[],
  ): Promise<ReadonlyMap<number, readonly CataloguedVersion[]>> {
    const sql = `${SELECT_VERSIONS} WHERE v.tariff_id = ANY($1) AND v.status IN ('ACTIVE', 'ARCHIVED')
      ORDER BY v.tariff_id, v.valid_from, v.version_no`;
    const rows = await (source instanceof Tx
      ? source.query<StoredVersion & Record<string, unknown>>(sql, [tariffIds])
      : source.read<StoredVersion & Record<string, unknown>>(sql, [tariffIds]));
    const catalogue = new Map<number, CataloguedVersion[]>(tariffIds.map((id) => [id, []]));
    for (const row of rows)
      catalogue.get(row.tariff_id)?.push({ ...toDomain(row), id: row.id, tariffId: row.tariff_id });
    return catalogue;
  }
}
