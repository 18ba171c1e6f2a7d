import { ApiProperty } from '@nestjs/swagger';
import { BILLED_STATES, type BilledState } from '@tirtapay/domain';
import { ChoiceField } from '../../../../platform/validation';
import { PublicCustomerDto } from '../public.dto';
import { ReceiptBankDto } from '../../../money/payment';
import { MeterChangeDto } from '../../../water/meter-reading';
import { MeterEndingField } from '../second-factor/meter-ending.field';

const MONTHS = ['12', '24'] as const;

export class HistoryAccessBody {
  @MeterEndingField({
    description: 'The last four digits of the meter number, letters left out',
  })
  meter_digits: string;
}

export class HistoryAccessDto {
  @ApiProperty({ description: 'Opens the history of this inquiry only; sent as X-History-Token' })
  history_token: string;
  @ApiProperty() expires_at: string;
}

export class HistoryQuery {
  @ChoiceField(MONTHS, { optional: true, description: 'How far back; 12 when left out' })
  months?: (typeof MONTHS)[number];
}

/** What took the place of a month: how many instalments, and how far they are. */
export class HistoryPlanDto {
  @ApiProperty({ description: 'The day it was agreed' }) agreed_on: string;
  @ApiProperty({ type: 'integer' }) instalments: number;
  @ApiProperty({ type: 'integer' }) paid_instalments: number;
  @ApiProperty({ description: 'It ended before its time: what nobody paid is one bill' }) broken: boolean;
}

export class HistoryBillDto {
  @ApiProperty() period: string;
  @ApiProperty() bill_number: string;
  @ApiProperty({ enum: BILLED_STATES }) state: BilledState;
  @ApiProperty() previous_stand: number;
  @ApiProperty() current_stand: number;
  @ApiProperty() usage_m3: number;
  @ApiProperty({ type: MeterChangeDto, nullable: true }) meter_change: MeterChangeDto | null;
  @ApiProperty({ description: 'The meter could not be read; usage was estimated' }) estimated: boolean;
  @ApiProperty() read_at: string;
  @ApiProperty({ description: 'There is a photo of the meter' }) has_photo: boolean;
  @ApiProperty() principal: number;
  @ApiProperty({ description: 'Paid, due today, or gone into instalments; what was waived is taken off' })
  penalty: number;
  @ApiProperty() total: number;
  @ApiProperty() due_date: string;
  @ApiProperty({ type: String, nullable: true }) paid_at: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of the payment that settled it' })
  receipt_token: string | null;
  @ApiProperty({
    type: HistoryPlanDto,
    nullable: true,
    description: 'Of a month that is paid in instalments: what is owed of it is owed by them',
  })
  plan: HistoryPlanDto | null;
}

export class HistoryPaymentDto {
  @ApiProperty() paid_at: string;
  @ApiProperty() receipt_number: string;
  @ApiProperty() receipt_token: string;
  @ApiProperty({ type: ReceiptBankDto }) bank: ReceiptBankDto;
  @ApiProperty() channel: string;
  @ApiProperty({ type: [String], description: 'Usage periods, YYYY-MM; empty when it became credit' })
  periods: string[];
  @ApiProperty({ type: [String], description: 'What it paid that is no month of water, as its bills say' })
  titles: string[];
  @ApiProperty() total_amount: number;
  @ApiProperty({ description: 'Taken back later' }) reversed: boolean;
}

export class PublicHistoryDto {
  @ApiProperty({ type: PublicCustomerDto }) customer: PublicCustomerDto;
  @ApiProperty({ enum: [12, 24] }) months: number;
  @ApiProperty({ description: 'First usage period looked at, YYYY-MM' }) from_period: string;
  @ApiProperty({ description: 'When the digits are asked for again' }) expires_at: string;
  @ApiProperty({ type: [HistoryBillDto], description: 'Newest first' }) bills: HistoryBillDto[];
  @ApiProperty({ type: [HistoryPaymentDto], description: 'Newest first' }) payments: HistoryPaymentDto[];
}
