import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/database';
import type { SizeInUse, TariffCustomers } from '../tariffs';

const SIZES = `
  SELECT m.size_mm AS "meterSizeMm", count(*) AS connections, min(c.customer_number) AS example
  FROM pelanggan c JOIN meter m ON m.customer_id = c.id AND m.removed_on IS NULL
  WHERE c.tariff_id = $1 AND c.state <> 'NONAKTIF' GROUP BY m.size_mm ORDER BY m.size_mm`;
const COUNT = "SELECT count(*) AS count FROM pelanggan WHERE tariff_id = $1 AND state <> 'NONAKTIF'";

/** Who lives by a category. */
@Injectable()
export class CustomersOfTariff implements TariffCustomers {
  sizes(source: Tx | Database, tariffId: number): Promise<SizeInUse[]> {
    return source instanceof Database
      ? source.read<SizeInUse & object>(SIZES, [tariffId])
      : source.query<SizeInUse & object>(SIZES, [tariffId]);
  }

  async count(source: Tx | Database, tariffId: number): Promise<number> {
    const [row] =
      source instanceof Database
        ? await source.read<{ count: number }>(COUNT, [tariffId])
        : await source.query<{ count: number }>(COUNT, [tariffId]);
    return row?.count ?? 0;
  }
}
