import { ApiProperty } from '@nestjs/swagger';
import { CASE_STATES, PAY_OUT_WAYS, TOLD_FINDINGS, type PayOutWay, type ToldFinding } from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';
import { ChoiceField, IdField, NoteField } from '../../../../platform/validation';
import { PaymentBankDto, PaymentCustomerDto } from '../payment-parties.dto';

/**
 * APPLY pays the customer's oldest bills out of their credit. REFUND and RETURN ask a second person to let the money go, to the
 * customer or to the bank it came from. SAME_MONEY and OTHER_MONEY ask one whether money that has two names is one or two. CLOSE is
 * for cases that hold no money.
 */
export const CASE_RESOLUTIONS = ['APPLY', ...PAY_OUT_WAYS, ...TOLD_FINDINGS, 'CLOSE'] as const;
export type CaseResolution = (typeof CASE_RESOLUTIONS)[number];

export class CasePaymentDto {
  @ApiProperty() id: number;
  @ApiProperty() receipt_number: string;
  @ApiProperty({ type: String, nullable: true }) bank_reference: string | null;
  @ApiProperty({ type: PaymentBankDto }) bank: PaymentBankDto;
}

export class PendingPayOutDto {
  @ApiProperty() approval_id: number;
  @ApiProperty({ enum: [...PAY_OUT_WAYS, ...TOLD_FINDINGS] }) resolution: PayOutWay | ToldFinding;
  @ApiProperty() amount: number;
  @ApiProperty({ description: 'Who asked' }) made_by: string;
}

export class CasePersonDto {
  @ApiProperty() id: number;
  @ApiProperty() name: string;
}

export class CaseDto {
  @ApiProperty() id: number;
  @ApiProperty({
    description:
      'EXPIRED_INTENT, LATE_PAYMENT, DOUBLE_PAYMENT, AMOUNT_DIFFERS, BILLS_CHANGED, UNKNOWN_TARGET or PAID_AT_IMPLAUSIBLE for held money; TWO_NAMES, INTENT_UNSETTLED, CALL_UNSETTLED, WEBHOOK_DEAD, EVENT_REUSED, REVERSAL_BY_BANK otherwise',
  })
  kind: string;
  @ApiProperty({ enum: CASE_STATES }) status: string;
  @ApiProperty({ type: PaymentCustomerDto, nullable: true }) customer: PaymentCustomerDto | null;
  @ApiProperty({ type: CasePaymentDto, nullable: true }) payment: CasePaymentDto | null;
  @ApiProperty() amount: number;
  @ApiProperty({ description: 'What of it is still held' }) remaining: number;
  @ApiProperty({ enum: CASE_RESOLUTIONS, isArray: true, description: 'What may be decided now' })
  possible: CaseResolution[];
  @ApiProperty({ type: PendingPayOutDto, nullable: true, description: 'Waits for a second person' })
  pending: PendingPayOutDto | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) detail: object;
  @ApiProperty({ format: 'date-time' }) opened_at: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when it is to be decided; null once it is',
  })
  due_at: string | null;
  @ApiProperty({ description: 'Open, and that time is over' }) overdue: boolean;
  @ApiProperty({ type: CasePersonDto, nullable: true, description: 'Who works on it' })
  assigned_to: CasePersonDto | null;
  @ApiProperty({ type: String, nullable: true }) resolved_at: string | null;
  @ApiProperty({ type: String, nullable: true }) resolved_by: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'APPLY' }) resolution: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
}

export const CASE_SOURCES = [
  'PAYMENT',
  'WEBHOOK',
  'OUTBOUND_CALL',
  'INTENT',
  'DISPUTE',
  'CORRECTION_NOTE',
  'SALE',
  'SHIFT',
  'RECONCILIATION',
  'SUPPLIER',
  'PERIOD',
] as const;
export type CaseSource = (typeof CASE_SOURCES)[number];

export class CaseSourceDto {
  @ApiProperty({ enum: CASE_SOURCES }) kind: CaseSource;
  @ApiProperty() id: number;
}

export class CaseMovementDto {
  @ApiProperty() at: string;
  @ApiProperty({ description: 'Positive: credit came in; negative: it was used or left' }) amount: number;
  @ApiProperty({ description: 'payment.held, credit.applied, case.refunded, case.returned, …' })
  reason: string;
  @ApiProperty({ type: Number, nullable: true, description: 'The payment it came from or went to' })
  payment_id: number | null;
  @ApiProperty({ type: String, nullable: true }) receipt_number: string | null;
}

export class CaseDetailDto extends CaseDto {
  @ApiProperty({ type: CaseSourceDto, nullable: true, description: 'What the case was opened about' })
  source: CaseSourceDto | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The checkout it belongs to' })
  intent_id: number | null;
  @ApiProperty({
    type: [CaseMovementDto],
    description: 'What happened to the credit of the case, oldest first',
  })
  movements: CaseMovementDto[];
}

export class CasePageDto extends PageDto(CaseDto) {}

export class AssignCaseBody {
  @IdField({ nullable: true, description: 'Who works on it; null: nobody does' }) person_id: number | null;
}

export class ResolveCaseBody {
  @ChoiceField(CASE_RESOLUTIONS) resolution: CaseResolution;
  @NoteField({ min: 5, max: 500, description: 'Why; kept with the case' }) note: string;
}
