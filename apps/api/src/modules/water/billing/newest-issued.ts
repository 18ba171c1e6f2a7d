import { Injectable } from '@nestjs/common';
import type { Period } from '@tirtapay/domain';
import { Database, type Tx } from '../../../platform/database';
import type { IssuedMonths } from '../customers';

// A few probes of the index each, however long they have been customers. An instalment of a month to come stands in no report
// of that month yet, unless it was paid: then it is in those of its day.
const NEWEST = `SELECT n.customer_id, n.period FROM unnest($1::bigint[]) AS asked (id)
  CROSS JOIN LATERAL (SELECT b.customer_id, b.period FROM tagihan b WHERE b.customer_id = asked.id AND b.issued_at IS NOT NULL
    AND (b.kind <> 'INSTALMENT' OR b.period <= $2 OR b.paid_at IS NOT NULL) ORDER BY b.period DESC LIMIT 1) n`;

@Injectable()
export class NewestIssued implements IssuedMonths {
  async newest(
    source: Tx | Database,
    customerIds: readonly number[],
    running: Period,
  ): Promise<Map<number, Period>> {
    const rows =
      source instanceof Database
        ? await source.read<{ customer_id: number; period: Period }>(NEWEST, [customerIds, running])
        : await source.query<{ customer_id: number; period: Period }>(NEWEST, [customerIds, running]);
    return new Map(rows.map(({ customer_id: id, period }) => [id, period]));
  }
}
