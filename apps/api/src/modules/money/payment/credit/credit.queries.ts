import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { CustomerCredit } from '../entities/customer-credit.entity';
import type { CustomerCreditDto } from './credit.dto';
import { PAY_OUT_APPROVAL } from './held-money';

interface Lot {
  case_id: number;
  kind: string;
  remaining: number;
  opened_at: Date;
  pending_approval_id: number | null;
}

/** What a customer has with us that pays for nothing yet. */
@Injectable()
export class CreditQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @InjectRepository(CustomerCredit) private readonly credit: Repository<CustomerCredit>,
  ) {}

  async balance(customerId: number): Promise<number> {
    return (await this.credit.sum('amount', { customerId })) ?? 0;
  }

  async of(customerId: number): Promise<CustomerCreditDto> {
    const [balance, lots] = await Promise.all([
      this.balance(customerId),
      this.database.screen<Lot & object>(
        `SELECT k.id AS case_id, k.kind, sum(s.amount)::bigint AS remaining, k.opened_at,
           (SELECT a.id FROM persetujuan a WHERE a.kind = '${PAY_OUT_APPROVAL}' AND a.entity_type = 'kasus'
              AND a.entity_id = k.id AND a.status = 'PENDING') AS pending_approval_id
         FROM saldo_pelanggan s JOIN kasus k ON k.id = s.case_id
         WHERE s.customer_id = $1 GROUP BY k.id HAVING sum(s.amount) > 0 ORDER BY k.id`,
        [customerId],
      ),
    ]);
    return {
      balance,
      cases: lots.map((lot) => ({ ...lot, opened_at: this.clock.text(lot.opened_at.getTime()) })),
    };
  }
}
