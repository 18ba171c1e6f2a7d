import { ApiProperty } from '@nestjs/swagger';
import { STORED_REFERENCE } from '@tirtapay/bank-protocol';
import { CHECKOUT_METHODS, type CheckoutMethod, MAX_TRANSACTION } from '@tirtapay/domain';
import { Matches } from 'class-validator';
import { ChoiceField, IntegerField, RawTextField } from '../../../../platform/validation';

const REFERENCE = /^[A-Za-z0-9._/-]{1,64}$/;

/** A bank may send `payment.test` itself: it tries its signer and our door, and nothing follows from it. */
export const NOTIFICATION_EVENTS = [
  'payment.paid',
  'payment.failed',
  'payment.reversed',
  'payment.test',
] as const;

/**
 * What a bank tells of a payment it took. `amount` is what the customer paid: bills, stamp duty and the bank's own fee,
 * the `total_amount` of `process`.
 */
export class PaymentNotificationBody {
  @RawTextField({ max: 64, description: 'Unique per bank; a repetition is counted, not applied again' })
  @Matches(REFERENCE)
  event_id: string;
  @ChoiceField(NOTIFICATION_EVENTS) event: (typeof NOTIFICATION_EVENTS)[number];
  @ChoiceField(CHECKOUT_METHODS) method: CheckoutMethod;
  @RawTextField({ optional: true, max: 28, description: 'Digits, the bank’s prefix included' })
  @Matches(/^ *[0-9]{8,28}$/)
  virtual_account_number?: string;
  @RawTextField({
    optional: true,
    max: 64,
    description: 'The reference of the QRIS code, ours or the bank’s',
  })
  @Matches(/^[\x21-\x7e]{1,64}$/)
  qris_reference?: string;
  @RawTextField({ max: 128, description: 'The same reference `process` or SNAP carries' })
  @Matches(STORED_REFERENCE)
  bank_reference: string;
  @IntegerField({ min: 1, max: MAX_TRANSACTION, description: 'total_amount as paid, rupiah' }) amount: number;
  @RawTextField({ max: 40, description: 'RFC 3339 with offset' }) paid_at: string;
}

export class NotificationReceivedDto {
  @ApiProperty() received: boolean;
}
