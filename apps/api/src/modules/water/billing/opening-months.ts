import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/database';
import { basisKey, type ReadingKey, TakenOverMonths } from '../meter-reading';

const OPENINGS = `SELECT b.customer_id, b.period FROM unnest($1::bigint[], $2::text[]) AS k (customer_id, period)
  JOIN tagihan b ON b.customer_id = k.customer_id AND b.period = k.period AND b.kind = 'OPENING' AND b.state <> 'CANCELLED'`;

@Injectable()
export class OpeningMonths extends TakenOverMonths {
  async among(source: Tx | Database, keys: readonly ReadingKey[]): Promise<ReadonlySet<string>> {
    const values = [keys.map((key) => key.customer_id), keys.map((key) => key.period)];
    const rows =
      source instanceof Database
        ? await source.read<{ customer_id: number; period: string }>(OPENINGS, values)
        : await source.query<{ customer_id: number; period: string }>(OPENINGS, values);
    return new Set(rows.map(basisKey));
  }
}
