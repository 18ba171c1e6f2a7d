import { ApiProperty } from '@nestjs/swagger';
import { CORRECTION_CAUSES, STORED_BILL_LINE_KINDS, PAYER_METHODS } from '@tirtapay/domain';
import { ChoiceField, RawTextField } from '../../../platform/validation';
import { CustomerNumberField } from '../../water/customers';
import { PublicInstructionDto } from '../../money/checkout';
import { ReceiptBankDto, ReceiptDto } from '../../money/payment';
import { PublicBillDisputeDto } from './disputes/dispute.dto';
import { MeterChangeDto } from '../../water/meter-reading';
import { MeterEndingField } from './second-factor/meter-ending.field';

export class PublicInquiryBody {
  @CustomerNumberField() customer_number: string;
  @MeterEndingField({
    optional: true,
    description:
      'The last four digits of the meter number. Asked for with `public.second_factor_required` while numbers are being guessed; not looked at otherwise',
  })
  meter_digits?: string;
}

export class PublicUtilityDto {
  @ApiProperty() name: string;
  @ApiProperty() address: string;
  @ApiProperty() phone: string;
  @ApiProperty() hours: string;
  @ApiProperty({ type: String, nullable: true }) whatsapp: string | null;
  @ApiProperty({ type: String, nullable: true }) email: string | null;
}

export class PublicInfoDto {
  @ApiProperty() utility: PublicUtilityDto;
  @ApiProperty() zone: string;
  @ApiProperty() zone_label: string;
  @ApiProperty() business_date: string;
  @ApiProperty() server_time: string;
  @ApiProperty({ description: 'True on a system with demonstration data' }) sandbox: boolean;
}

export class PublicCustomerDto {
  @ApiProperty() customer_number: string;
  @ApiProperty({ description: 'Masked' }) name: string;
  @ApiProperty({ description: 'Masked' }) address: string;
  @ApiProperty() tariff_category: string;
}

export class PublicBillLineDto {
  @ApiProperty({ enum: STORED_BILL_LINE_KINDS }) kind: string;
  @ApiProperty() label: string;
  @ApiProperty() quantity: number;
  @ApiProperty() unit: string;
  @ApiProperty() rate: number;
  @ApiProperty() amount: number;
}

export class PublicBillDto {
  @ApiProperty() bill_number: string;
  @ApiProperty() period: string;
  @ApiProperty() period_name: string;
  @ApiProperty() previous_stand: number;
  @ApiProperty() current_stand: number;
  @ApiProperty() usage_m3: number;
  @ApiProperty({
    type: MeterChangeDto,
    nullable: true,
    description: 'Over an exchange of meters: the stands of the old one and of the new one',
  })
  meter_change: MeterChangeDto | null;
  @ApiProperty({
    type: 'integer',
    description: 'm³ that earlier estimates billed too much; the utility keeps them to settle',
  })
  overestimated_m3: number;
  @ApiProperty({ description: 'The meter could not be read; usage was estimated' }) estimated: boolean;
  @ApiProperty({ description: 'Sealed all month: nothing was used, only the fixed charges are owed' })
  sealed: boolean;
  @ApiProperty({ type: [PublicBillLineDto] }) lines: PublicBillLineDto[];
  @ApiProperty() water_amount: number;
  @ApiProperty() fixed_amount: number;
  @ApiProperty() principal: number;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What it is for, when it is no water of a month',
  })
  title: string | null;
  @ApiProperty({ description: 'Asked for: what a programme waives is taken off' }) penalty: number;
  @ApiProperty({ type: String, nullable: true }) penalty_reason: string | null;
  @ApiProperty({ description: 'Of the penalty: waived when the bill is paid today' }) waived: number;
  @ApiProperty({ type: String, nullable: true, description: 'The programme that waives it' })
  waiver_programme: string | null;
  @ApiProperty() total: number;
  @ApiProperty() due_date: string;
  @ApiProperty({ type: String, nullable: true, description: 'Legal basis of the tariff' }) legal_basis:
    string | null;
}

export class PublicUsageDto {
  @ApiProperty() period: string;
  @ApiProperty() period_name: string;
  @ApiProperty() usage_m3: number;
  @ApiProperty() principal: number;
  @ApiProperty() estimated: boolean;
}

export class PublicPaidDto {
  @ApiProperty({ type: [String], description: 'The months it paid; of what is no water its title' })
  period_names: string[];
  @ApiProperty() paid_at: string;
  @ApiProperty() total_amount: number;
}

export class PublicCorrectedMonthDto {
  @ApiProperty() period_name: string;
  @ApiProperty() usage_before: number;
  @ApiProperty() usage_after: number;
  @ApiProperty({ description: 'Water and fixed charges as they were asked for' }) amount_before: number;
  @ApiProperty() amount_after: number;
}

export class PublicCorrectionDto {
  @ApiProperty({ example: 'NK-00000012' }) note_number: string;
  @ApiProperty({ enum: CORRECTION_CAUSES }) cause: string;
  @ApiProperty() corrected_at: string;
  @ApiProperty({ type: [PublicCorrectedMonthDto], description: 'Those the page shows anyway' })
  months: PublicCorrectedMonthDto[];
  @ApiProperty({ type: 'integer', description: 'Further months of the paper, which are not shown' })
  earlier_months: number;
  @ApiProperty({ description: 'Penalty taken back, zero or below' }) penalty: number;
  @ApiProperty({
    description:
      'Of bills that stay as they were: below zero it was given as credit, above it is on a later bill',
  })
  settled: number;
}

export class PublicInquiryDto {
  @ApiProperty() token: string;
  @ApiProperty() expires_at: string;
  @ApiProperty() customer: PublicCustomerDto;
  @ApiProperty({ type: [PublicBillDto], description: 'Oldest first; empty when nothing is owed' })
  bills: PublicBillDto[];
  @ApiProperty() bill_amount: number;
  @ApiProperty() stamp_duty: number;
  @ApiProperty({ description: 'Money of the customer that pays for nothing yet; not taken off the bills' })
  credit: number;
  @ApiProperty({
    type: [PublicCorrectionDto],
    description: 'What was corrected in the last year, newest first',
  })
  corrections: PublicCorrectionDto[];
  @ApiProperty({
    type: [PublicBillDisputeDto],
    description: 'Bills that were doubted in the last year, the newest doubt of each',
  })
  disputes: PublicBillDisputeDto[];
  @ApiProperty({ type: [PublicUsageDto], description: 'The last months, newest first, for comparison' })
  usage_history: PublicUsageDto[];
  @ApiProperty({ type: PublicPaidDto, nullable: true, description: 'The latest payment' })
  last_payment: PublicPaidDto | null;
}

export class PublicMethodDto {
  @ApiProperty({ enum: PAYER_METHODS }) method: string;
  @ApiProperty() bank: ReceiptBankDto;
  @ApiProperty() admin_fee: number;
  @ApiProperty({ description: 'For all open bills' }) total_amount: number;
  @ApiProperty() available: boolean;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: Number, nullable: true }) valid_for_minutes: number | null;
}

export class TellerInstructionsDto {
  @ApiProperty() bank: ReceiptBankDto;
  @ApiProperty() admin_fee: number;
  @ApiProperty({ description: 'What the teller types: the customer number' }) pay_code: string;
  @ApiProperty({ type: [PublicInstructionDto] }) instructions: PublicInstructionDto[];
}

export class PublicCounterDto {
  @ApiProperty() name: string;
  @ApiProperty() address: string;
  @ApiProperty({ example: 'Senin–Jumat 08.00–15.00' }) hours: string;
  @ApiProperty({ type: String, nullable: true }) phone: string | null;
  @ApiProperty({ type: String, nullable: true, example: '-3.992951, 122.518959' }) coordinates: string | null;
  @ApiProperty({ type: ReceiptBankDto, nullable: true, description: 'null: the utility’s own' })
  bank: ReceiptBankDto | null;
  @ApiProperty() region_name: string;
  @ApiProperty({ description: 'In the region the customer number begins with' }) in_region: boolean;
}

export class PublicWaiverDto {
  @ApiProperty() programme: string;
  @ApiProperty() amount: number;
}

export class PublicReceiptDto extends ReceiptDto {
  @ApiProperty({ type: [PublicWaiverDto], description: 'Penalties that a programme waived' })
  waivers: PublicWaiverDto[];
  @ApiProperty({ description: 'The customer’s credit right after this payment; it pays for nothing yet' })
  credit_left: number;
  @ApiProperty() pdf_url: string;
}

export class TokenQuery {
  @RawTextField({ max: 512 }) token: string;
}

export class CountersQuery {
  @RawTextField({ max: 12, description: 'Code of the bank' }) bank: string;
}

export class InstructionsQuery extends TokenQuery {
  @ChoiceField(['id', 'en'], { optional: true }) lang?: 'id' | 'en';
}
