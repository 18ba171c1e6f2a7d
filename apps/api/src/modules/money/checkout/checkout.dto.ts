import { ApiProperty } from '@nestjs/swagger';
import { CHECKOUT_METHODS, type CheckoutMethod } from '@tirtapay/domain';
import { ChoiceField, IntegerField, RawTextField, TextField } from '../../../platform/validation';
import { PublicInstructionDto } from './instruction.dto';
import { ReceiptBankDto } from '../payment';

export const PUBLIC_CHECKOUT_STATUSES = [
  'PENDING',
  'PAID',
  'EXPIRED',
  'CANCELLED',
  'PAID_ELSEWHERE',
] as const;
export type PublicCheckoutStatus = (typeof PUBLIC_CHECKOUT_STATUSES)[number];

const CANCEL_REASONS = ['REPLACED', 'BILLS_CHANGED', 'BANK_REFUSED', 'REVERSED', 'WITHDRAWN'] as const;
export type PublicCancelReason = (typeof CANCEL_REASONS)[number];

const MAX_BILLS = 120;

export class CreateCheckoutBody {
  @RawTextField({ max: 512, description: 'From an inquiry' }) token: string;
  @ChoiceField(CHECKOUT_METHODS) method: CheckoutMethod;
  @TextField({ max: 12 }) bank_code: string;
  @IntegerField({ optional: true, min: 1, max: MAX_BILLS, description: 'Only the oldest N bills' })
  bill_count?: number;
}

export class PublicCheckoutCustomerDto {
  @ApiProperty() customer_number: string;
  @ApiProperty({ description: 'Masked' }) name: string;
}

export class PublicCheckoutDto {
  @ApiProperty() intent_token: string;
  @ApiProperty({ enum: CHECKOUT_METHODS }) method: CheckoutMethod;
  @ApiProperty({ enum: PUBLIC_CHECKOUT_STATUSES }) status: PublicCheckoutStatus;
  @ApiProperty({
    type: String,
    // Without null among the values OpenAPI 3.0 means that it is never null.
    enum: [...CANCEL_REASONS, null],
    nullable: true,
    description:
      'Why it is CANCELLED: another code took its place, its bills changed, the bank made none, its payment was taken back, or the utility withdrew it',
  })
  cancel_reason: PublicCancelReason | null;
  @ApiProperty({ type: ReceiptBankDto }) bank: ReceiptBankDto;
  @ApiProperty({ type: PublicCheckoutCustomerDto, description: 'So that whoever pays knows for whom' })
  customer: PublicCheckoutCustomerDto;
  @ApiProperty({ type: [String], description: 'Usage periods of the bills it pays, oldest first' })
  periods: string[];
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The way back to the bills, until a day after the checkout ends; null once PAID',
  })
  inquiry_token: string | null;
  @ApiProperty({ description: 'What the customer pays' }) amount: number;
  @ApiProperty() bill_amount: number;
  @ApiProperty() stamp_duty: number;
  @ApiProperty() admin_fee: number;
  @ApiProperty() expires_at: string;
  @ApiProperty() server_time: string;
  @ApiProperty({ type: String, nullable: true, description: 'Digits only' }) va_number: string | null;
  @ApiProperty({ type: String, nullable: true }) qr_payload: string | null;
  @ApiProperty({ type: String, nullable: true }) merchant_name: string | null;
  @ApiProperty({ type: String, nullable: true }) nmid: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Once PAID' }) receipt_token: string | null;
  @ApiProperty({ type: [PublicInstructionDto] }) instructions: PublicInstructionDto[];
}
