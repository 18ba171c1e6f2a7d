import { Injectable } from '@nestjs/common';
import type { Period } from '@tirtapay/domain';
import { Database, type Tx } from '../../../platform/database';
import type { IssuedMonths } from '../customers';

// One probe of the index each, however long they have been customers.
const NEWEST = `SELECT n.customer_id, n.period FROM unnest($1::bigint[]) AS asked (id)
  CROSS JOIN LATERAL (SELECT b.customer_id, b.period FROM tagihan b WHERE b.customer_id = asked.id AND b.issued_at IS NOT NULL
    ORDER BY b.period DESC LIMIT 1) n`;

@Injectable()
export class NewestIssued implements IssuedMonths {
  async newest(source: Tx | Database, customerIds: readonly number[]): Promise<Map<number, Period>> {
    const rows =
      source instanceof Database
        ? await source.read<{ customer_id: number; period: Period }>(NEWEST, [customerIds])
        : await source.query<{ customer_id: number; period: Period }>(NEWEST, [customerIds]);
    return new Map(rows.map(({ customer_id: id, period }) => [id, period]));
  }
}
