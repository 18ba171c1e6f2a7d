import { ApiProperty } from '@nestjs/swagger';
import {
  CHECKOUT_METHODS,
  CHECKOUT_TRANSITIONS,
  type CheckoutMethod,
  type CheckoutState,
} from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';
import { BANK_STATES, type BankState } from '../../../money/checkout';
import { PaymentBankDto, PaymentCustomerDto } from '../../../money/payment';

export const CHECKOUT_STATES = Object.keys(CHECKOUT_TRANSITIONS) as CheckoutState[];

export class CheckoutDto {
  @ApiProperty() id: number;
  @ApiProperty({ enum: CHECKOUT_METHODS }) method: CheckoutMethod;
  @ApiProperty({ enum: CHECKOUT_STATES }) status: CheckoutState;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why it is no longer open, other than being paid',
  })
  closed_reason: string | null;
  @ApiProperty({ enum: BANK_STATES, description: 'How the account or code stands at the bank' })
  bank_state: BankState;
  @ApiProperty({ description: 'Number of the account, or our reference of the code' }) number: string;
  @ApiProperty({ type: PaymentBankDto }) bank: PaymentBankDto;
  @ApiProperty({ type: PaymentCustomerDto }) customer: PaymentCustomerDto;
  @ApiProperty({ type: [String], description: 'Usage periods of its bills, oldest first' }) periods: string[];
  @ApiProperty({ description: 'What the customer pays' }) amount: number;
  @ApiProperty() bill_amount: number;
  @ApiProperty() stamp_duty: number;
  @ApiProperty() admin_fee: number;
  @ApiProperty() created_at: string;
  @ApiProperty() expires_at: string;
  @ApiProperty({ type: String, nullable: true }) closed_at: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) payment_id: number | null;
  @ApiProperty({ type: String, nullable: true }) receipt_number: string | null;
}

export class CheckoutPageDto extends PageDto(CheckoutDto) {}

export const CHECKOUT_EVENTS = ['OPENED', 'BANK_ASKED', 'BANK_TOLD', 'PAID', 'CLOSED', 'CASE'] as const;

export class CheckoutEventDto {
  @ApiProperty() at: string;
  @ApiProperty({ enum: CHECKOUT_EVENTS }) kind: (typeof CHECKOUT_EVENTS)[number];
  @ApiProperty({ type: String, nullable: true, description: 'Who or what' }) actor: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Service, event, reason, kind of case' })
  subject: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What came of it' }) outcome: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What a person wrote' }) note: string | null;
}

export class CheckoutDetailDto extends CheckoutDto {
  @ApiProperty({ type: [CheckoutEventDto] }) timeline: CheckoutEventDto[];
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'When the bank is asked next; null: never again',
  })
  next_check_at: string | null;
}
