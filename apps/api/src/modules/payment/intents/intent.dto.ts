import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, IntegerField, RawTextField, TextField } from '../../../platform/validation';
import { PublicInstructionDto } from '../public/public.dto';
import { ReceiptBankDto } from '../receipts/receipt.dto';

export const PUBLIC_INTENT_STATUSES = ['PENDING', 'PAID', 'EXPIRED', 'CANCELLED', 'PAID_ELSEWHERE'] as const;
export type PublicIntentStatus = (typeof PUBLIC_INTENT_STATUSES)[number];

const MAX_BILLS = 120;

export class CreateIntentBody {
  @RawTextField({ max: 512, description: 'From an inquiry' }) token: string;
  @ChoiceField(['VA', 'QRIS']) method: 'VA' | 'QRIS';
  @TextField({ max: 12 }) bank_code: string;
  @IntegerField({ optional: true, min: 1, max: MAX_BILLS, description: 'Only the oldest N bills' })
  bill_count?: number;
}

export class PublicIntentDto {
  @ApiProperty() intent_token: string;
  @ApiProperty({ enum: ['VA', 'QRIS'] }) method: 'VA' | 'QRIS';
  @ApiProperty({ enum: PUBLIC_INTENT_STATUSES }) status: PublicIntentStatus;
  @ApiProperty({ type: ReceiptBankDto }) bank: ReceiptBankDto;
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
