import { ApiProperty } from '@nestjs/swagger';
import { ALLOCATION_KINDS, COLLECTION_CHANNELS, PAYMENT_STATES } from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';
import { PaymentBankDto, PaymentCustomerDto, ReversalRequestDto } from '../../../money/payment';

export class PaymentDto {
  @ApiProperty() id: number;
  @ApiProperty() receipt_number: string;
  @ApiProperty({ type: PaymentBankDto }) bank: PaymentBankDto;
  @ApiProperty() bank_reference: string;
  @ApiProperty({ type: PaymentCustomerDto, nullable: true }) customer: PaymentCustomerDto | null;
  @ApiProperty({ enum: COLLECTION_CHANNELS }) channel: string;
  @ApiProperty() bill_amount: number;
  @ApiProperty() stamp_duty: number;
  @ApiProperty() admin_fee: number;
  @ApiProperty({ description: 'What the customer paid' }) total_amount: number;
  @ApiProperty({ description: 'What reaches the utility: without the fee the bank keeps' })
  bank_amount: number;
  @ApiProperty() paid_at: string;
  @ApiProperty() posted_at: string;
  @ApiProperty() business_date: string;
  @ApiProperty({ enum: PAYMENT_STATES }) status: string;
  @ApiProperty({ type: String, nullable: true }) reversed_at: string | null;
}

export class PaymentPageDto extends PageDto(PaymentDto) {}

export class PaymentAllocationDto {
  @ApiProperty({ enum: ALLOCATION_KINDS }) kind: string;
  @ApiProperty({ type: Number, nullable: true }) bill_id: number | null;
  @ApiProperty({ type: String, nullable: true }) bill_number: string | null;
  @ApiProperty({ type: String, nullable: true }) period: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of a bill that is no water' }) title:
    string | null;
  @ApiProperty() principal: number;
  @ApiProperty() penalty: number;
  @ApiProperty() waived: number;
  @ApiProperty() amount: number;
}

export class PaymentJournalLineDto {
  @ApiProperty() account: string;
  @ApiProperty() account_name: string;
  @ApiProperty() debit: number;
  @ApiProperty() credit: number;
}

export class PaymentEventDto {
  @ApiProperty() at: string;
  @ApiProperty({ enum: ['PAID', 'POSTED', 'PRINTED', 'REVERSAL_REQUESTED', 'REVERSED', 'BANK_CALL'] })
  kind: string;
  @ApiProperty({ type: String, nullable: true, description: 'Who or what' }) actor: string | null;
  @ApiProperty({ type: String, nullable: true }) detail: string | null;
}

export class PaymentDetailDto extends PaymentDto {
  @ApiProperty({ type: [PaymentAllocationDto] }) allocations: PaymentAllocationDto[];
  @ApiProperty({ type: [PaymentJournalLineDto] }) journal: PaymentJournalLineDto[];
  @ApiProperty({ type: [PaymentEventDto] }) timeline: PaymentEventDto[];
  @ApiProperty() receipt_url: string;
  @ApiProperty({ type: ReversalRequestDto, nullable: true }) reversal_request: ReversalRequestDto | null;
}
