import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PAYMENT_STATES, periodName, terbilangRupiah } from '@tirtapay/domain';
import type { ReceiptModel } from '@tirtapay/documents';
import type { Clock } from '../../../../platform/clock';
import { MeterChangeDto } from '../../../water/meter-reading';

export class ReceiptUtilityDto {
  @ApiProperty() name: string;
  @ApiProperty() address: string;
  @ApiProperty() phone: string;
}

export class ReceiptCustomerDto {
  @ApiProperty() customer_number: string;
  @ApiProperty() name: string;
  @ApiProperty() address: string;
  @ApiProperty() tariff_category: string;
}

export class ReceiptBillDto {
  @ApiProperty() bill_number: string;
  @ApiProperty() period: string;
  @ApiProperty() period_name: string;
  @ApiProperty() previous_stand: number;
  @ApiProperty() current_stand: number;
  @ApiProperty() usage_m3: number;
  @ApiPropertyOptional({ type: MeterChangeDto, description: 'Only over an exchange of meters' })
  meter_change?: MeterChangeDto;
  @ApiPropertyOptional({ description: 'What it is for; only of a bill that is no water of a month' })
  title?: string;
  @ApiProperty() principal: number;
  @ApiProperty() penalty: number;
  @ApiProperty() total: number;
}

export class ReceiptBankDto {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
}

export class ReceiptDto {
  @ApiProperty() receipt_number: string;
  @ApiProperty({ enum: PAYMENT_STATES }) status: string;
  @ApiProperty() utility: ReceiptUtilityDto;
  @ApiProperty() customer: ReceiptCustomerDto;
  @ApiProperty({ type: [ReceiptBillDto] }) bills: ReceiptBillDto[];
  @ApiProperty() bill_amount: number;
  @ApiProperty() stamp_duty: number;
  @ApiProperty({ description: 'Kept as credit or suspense: this money settled no bill' }) held_amount: number;
  @ApiProperty() admin_fee: number;
  @ApiProperty() total_amount: number;
  @ApiProperty() terbilang: string;
  @ApiProperty() channel: string;
  @ApiProperty() bank: ReceiptBankDto;
  @ApiProperty() bank_reference: string;
  @ApiProperty() paid_at: string;
  @ApiProperty() posted_at: string;
  @ApiProperty() verification_url: string;
}

export class ReceiptVerificationDto {
  @ApiProperty() valid: boolean;
  @ApiProperty({ enum: PAYMENT_STATES }) status: string;
  @ApiProperty() receipt_number: string;
  @ApiProperty() total_amount: number;
  @ApiProperty({ type: [String] }) period_names: string[];
  @ApiProperty() customer_name: string;
  @ApiProperty() posted_at: string;
}

/** Data, not paper: an answer asked for again is the same answer and counts as no copy. */
export function receiptDto(
  model: ReceiptModel,
  clock: Clock,
  tariffCategory = model.customer.tariffCategory,
): ReceiptDto {
  return {
    receipt_number: model.receiptNumber,
    status: model.status,
    utility: model.utility,
    customer: {
      customer_number: model.customer.customerNumber,
      name: model.customer.name,
      address: model.customer.address,
      tariff_category: tariffCategory,
    },
    bills: model.bills.map((bill) => ({
      bill_number: bill.billNumber,
      period: bill.period,
      period_name: periodName(bill.period, 'id'),
      previous_stand: bill.previousStand,
      current_stand: bill.currentStand,
      usage_m3: bill.usageM3,
      ...(bill.meterChange === undefined ? {} : { meter_change: bill.meterChange }),
      ...(bill.title === undefined ? {} : { title: bill.title }),
      principal: bill.principal,
      penalty: bill.penalty,
      total: bill.total,
    })),
    bill_amount: model.billAmount,
    stamp_duty: model.stampDuty,
    held_amount: model.heldAmount ?? 0,
    admin_fee: model.adminFee,
    total_amount: model.totalAmount,
    terbilang: terbilangRupiah(model.totalAmount),
    channel: model.channel,
    bank: model.bank,
    bank_reference: model.bankReference,
    paid_at: clock.text(model.paidAt),
    posted_at: clock.text(model.postedAt),
    verification_url: model.verificationUrl,
  };
}
