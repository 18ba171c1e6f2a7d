import { Injectable } from '@nestjs/common';
import { isCustomerNumber, isDynamicVirtualAccountCustomerNo, splitVirtualAccount } from '@tirtapay/domain';
import { Database, type RowOf } from '../../../../platform/database';
import { knownCustomer, type MoneyTarget } from '../../payment';
import type { PaymentNotificationBody } from './payment-notification.dto';
import type { StoredNotification } from './webhook-inbox';
import type { QrisTransaction, VaTransaction } from '../entities/checkout.entity';

/** Whose money a notification tells of. */
@Injectable()
export class FindTarget {
  constructor(private readonly database: Database) {}

  /** Null while nothing here has that account or code. */
  async of(notification: StoredNotification): Promise<MoneyTarget | null> {
    const { payload } = notification;
    return payload.method === 'QRIS'
      ? this.ofCode(notification.bank_id, payload.qris_reference ?? '')
      : this.ofAccount(notification, (payload.virtual_account_number ?? '').trim());
  }

  private async ofCode(bankId: number, reference: string): Promise<MoneyTarget | null> {
    const [row] = await this.database.read<RowOf<QrisTransaction, 'intentId'>>(
      `SELECT intent_id FROM qris_transaction WHERE bank_id = $1 AND (partner_reference_no = $2 OR reference_no = $2)
       ORDER BY partner_reference_no = $2 DESC LIMIT 1`,
      [bankId, reference],
    );
    return row === undefined ? null : { kind: 'CHECKOUT', checkoutId: row.intent_id };
  }

  private async ofAccount(notification: StoredNotification, number: string): Promise<MoneyTarget | null> {
    const names = notification.va_prefixes.flatMap((prefix) => {
      const parts = splitVirtualAccount(number, prefix);
      return parts === null ? [] : [parts.customerNo];
    });
    if (names.some(isDynamicVirtualAccountCustomerNo)) return this.ofCheckout(notification.bank_id, number);
    const customerNumber = names.find(isCustomerNumber);
    if (customerNumber === undefined) return null;
    const known = await this.database.read(
      `SELECT 1 FROM pelanggan c WHERE c.customer_number = $1 AND ${knownCustomer('c')}`,
      [customerNumber],
    );
    return known.length === 0 ? null : { kind: 'CUSTOMER', customerNumber };
  }

  private async ofCheckout(bankId: number, number: string): Promise<MoneyTarget | null> {
    // Numbers of the sequence come round again after a thousand million checkouts: the newest one counts.
    const [row] = await this.database.read<RowOf<VaTransaction, 'intentId'>>(
      'SELECT intent_id FROM va_transaction WHERE bank_id = $1 AND virtual_account_number = $2 ORDER BY id DESC LIMIT 1',
      [bankId, number],
    );
    return row === undefined ? null : { kind: 'CHECKOUT', checkoutId: row.intent_id };
  }
}

/** What the case of unclaimed money shows. */
export function unclaimed(payload: PaymentNotificationBody): MoneyTarget {
  const detail = {
    method: payload.method,
    number: payload.virtual_account_number ?? payload.qris_reference ?? '',
  };
  return { kind: 'UNKNOWN', detail };
}
