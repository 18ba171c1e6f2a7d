import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { STORED_REFERENCE } from '@tirtapay/bank-protocol';
import { type Channel, CHANNELS, MAX_TRANSACTION, PAYMENT_STATES } from '@tirtapay/domain';
import { Matches } from 'class-validator';
import { ChoiceField, IntegerField, RawTextField, TextField } from '../../../../platform/validation';
import { BillNumbersField } from '../../../water/billing';
import { CustomerNumberField } from '../../../water/customers';
import { MeterChangeDto } from '../../../water/meter-reading';

const REFERENCE = /^[A-Za-z0-9._/-]{1,64}$/;
const MAX_BILLS = 120;

export class VerifyBody {
  @CustomerNumberField() customer_number: string;
  @IntegerField({ optional: true, min: 1, max: MAX_BILLS, description: 'Only the oldest N bills' })
  bill_count?: number;
}

export class ProcessBody {
  @RawTextField({
    max: 64,
    description: "The bank's own reference; unique for ever",
    example: 'BPD/2026-0001',
  })
  @Matches(REFERENCE)
  bank_reference: string;
  @RawTextField({ optional: true, max: 2_048, description: 'From verify' }) inquiry_id?: string;
  @CustomerNumberField({ optional: true }) customer_number?: string;
  @BillNumbersField({ optional: true }) bill_numbers?: string[];
  @IntegerField({ min: 1, max: MAX_TRANSACTION, description: 'total_amount as collected, rupiah' })
  amount: number;
  @RawTextField({ max: 40, description: 'RFC 3339 with offset; between 3 days ago and 5 minutes ahead' })
  paid_at: string;
  @ChoiceField(CHANNELS) channel: Channel;
}

export class ReversalBody {
  @RawTextField({ max: 128 }) @Matches(STORED_REFERENCE) bank_reference: string;
  @RawTextField({ max: 64 }) @Matches(REFERENCE) reversal_reference: string;
  @TextField({ max: 300 }) reason: string;
}

export class ReferenceQuery {
  @RawTextField({ max: 128 }) @Matches(STORED_REFERENCE) bank_reference: string;
}

export class ReceiptQuery extends ReferenceQuery {
  @ChoiceField(['32', '42', '80'], { optional: true, description: 'Width of the text form' }) columns?:
    '32' | '42' | '80';
}

export class InquiredCustomerDto {
  @ApiProperty() customer_number: string;
  @ApiProperty() name: string;
  @ApiProperty() address: string;
  @ApiProperty() tariff_category: string;
}

export class InquiredBillDto {
  @ApiProperty() bill_number: string;
  @ApiProperty() period: string;
  @ApiProperty() usage_m3: number;
  @ApiProperty() previous_stand: number;
  @ApiProperty() current_stand: number;
  @ApiProperty() principal: number;
  @ApiProperty() penalty: number;
  @ApiProperty() total: number;
  @ApiProperty() due_date: string;
  @ApiPropertyOptional({
    type: MeterChangeDto,
    description: 'Only on a bill over an exchange of meters: the stands of the old one and of the new one',
  })
  meter_change?: MeterChangeDto;
}

export class VerifyAnswerDto {
  @ApiProperty() inquiry_id: string;
  @ApiProperty() customer: InquiredCustomerDto;
  @ApiProperty({ type: [InquiredBillDto] }) bills: InquiredBillDto[];
  @ApiProperty() bill_amount: number;
  @ApiProperty() stamp_duty: number;
  @ApiProperty() admin_fee: number;
  @ApiProperty() total_amount: number;
  @ApiProperty() valid_until: string;
}

export class PaidBillDto {
  @ApiProperty() bill_number: string;
  @ApiProperty() period: string;
  @ApiProperty() principal: number;
  @ApiProperty() penalty: number;
  @ApiProperty() total: number;
}

export class ProcessAnswerDto {
  @ApiProperty({ enum: PAYMENT_STATES }) status: string;
  @ApiProperty() payment_id: number;
  @ApiProperty() receipt_number: string;
  @ApiProperty() bank_reference: string;
  @ApiProperty() customer_number: string;
  @ApiProperty({ type: [PaidBillDto] }) bills: PaidBillDto[];
  @ApiProperty() bill_amount: number;
  @ApiProperty() stamp_duty: number;
  @ApiProperty() admin_fee: number;
  @ApiProperty() total_amount: number;
  @ApiProperty({ enum: CHANNELS }) channel: string;
  @ApiProperty() paid_at: string;
  @ApiProperty() posted_at: string;
  @ApiProperty() receipt_url: string;
}

export class StatusAnswerDto extends ProcessAnswerDto {
  @ApiProperty({ required: false }) reversed_at?: string;
}

export class ReversalAnswerDto {
  @ApiProperty({ enum: ['REVERSED'] }) status: string;
  @ApiProperty() was_posted: boolean;
  @ApiProperty() bank_reference: string;
  @ApiProperty() reversal_reference: string;
  @ApiProperty() reversed_at: string;
}
