import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import type { MeantCheckout, MeantCheckouts } from '../payment';

/** The checkout a notification of a bank names, with the bills it was for. */
@Injectable()
export class CheckoutsByBank implements MeantCheckouts {
  constructor(private readonly database: Database) {}

  async find(id: number, bankId: number): Promise<MeantCheckout | undefined> {
    const [checkout] = await this.database.read<MeantCheckout & Record<string, unknown>>(
      `SELECT i.customer_id, c.customer_number, i.status, i.closed_reason, i.payment_id, i.payment_named,
         (SELECT p.bank_reference FROM pembayaran p WHERE p.id = i.payment_id) AS payment_reference, i.amount, i.admin_fee, i.expires_at,
         (SELECT array_agg(b.bill_number ORDER BY b.due_date, b.bill_number) FROM tagihan b WHERE b.id = ANY (i.bill_ids)) AS bill_numbers
       FROM niat_bayar i JOIN pelanggan c ON c.id = i.customer_id WHERE i.id = $1 AND i.bank_id = $2`,
      [id, bankId],
    );
    return checkout;
  }
}
