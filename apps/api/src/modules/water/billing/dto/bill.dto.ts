import { ApiProperty } from '@nestjs/swagger';
import {
  STORED_BILL_LINE_KINDS,
  BILL_KINDS,
  BILL_STATES,
  type BillKind,
  type BillState,
  COLLECTION_CHANNELS,
  type CollectionChannel,
  type StoredBillLineKind,
} from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';
import { MeterChangeDto } from '../../meter-reading';

export class BilledCustomerDto {
  @ApiProperty() id: number;
  @ApiProperty() customer_number: string;
  @ApiProperty() name: string;
}

export class BillDto {
  @ApiProperty() id: number;
  @ApiProperty({ description: '18 digits' }) bill_number: string;
  @ApiProperty({ type: BilledCustomerDto }) customer: BilledCustomerDto;
  @ApiProperty({ enum: BILL_KINDS }) kind: BillKind;
  @ApiProperty({ example: '2025-10' }) period: string;
  @ApiProperty() usage_m3: number;
  @ApiProperty() previous_stand: number;
  @ApiProperty() current_stand: number;
  @ApiProperty() water_amount: number;
  @ApiProperty() fixed_amount: number;
  @ApiProperty() principal: number;
  @ApiProperty({ description: 'Booked so far, less what was waived' }) penalty: number;
  @ApiProperty() total: number;
  @ApiProperty({ enum: BILL_STATES }) state: BillState;
  @ApiProperty({ format: 'date' }) due_date: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) issued_at: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) paid_at: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The payment' }) paid_by: number | null;
}

export class BillPageDto extends PageDto(BillDto) {}

export class BillLineDto {
  @ApiProperty({ enum: STORED_BILL_LINE_KINDS }) kind: StoredBillLineKind;
  @ApiProperty() code: string;
  @ApiProperty() label: string;
  @ApiProperty() quantity: number;
  @ApiProperty({ enum: ['m3', 'bulan', 'kali'] }) unit: 'm3' | 'bulan' | 'kali';
  @ApiProperty() rate: number;
  @ApiProperty() amount: number;
  @ApiProperty({ example: '10 m³ × Rp2.000 = Rp20.000' }) formula: string;
}

export class BillTariffVersionDto {
  @ApiProperty() id: number;
  @ApiProperty() legal_basis: string;
  @ApiProperty() valid_from: string;
  @ApiProperty() tariff_code: string;
}

export class PenaltyEntryDto {
  @ApiProperty({ format: 'date' }) as_of: string;
  @ApiProperty({ description: 'What this day added' }) amount: number;
  @ApiProperty() cumulative: number;
  @ApiProperty({ description: 'Name of the policy' }) policy: string;
  @ApiProperty() trace: string;
}

export class BillPaymentDto {
  @ApiProperty() id: number;
  @ApiProperty() receipt_number: string;
  @ApiProperty({ enum: COLLECTION_CHANNELS }) channel: CollectionChannel;
  @ApiProperty() bank_name: string;
  @ApiProperty({ format: 'date-time' }) posted_at: string;
}

export class OpeningStandsDto {
  @ApiProperty() principal: number;
  @ApiProperty({ description: 'Penalty of the system before' }) penalty: number;
}

export class BillDetailDto extends BillDto {
  @ApiProperty({ type: [BillLineDto] }) lines: BillLineDto[];
  @ApiProperty({ type: [String], description: 'The whole calculation in sentences, from the stored inputs' })
  trace: string[];
  @ApiProperty({ type: BillTariffVersionDto, nullable: true, description: 'Of water only' })
  tariff_version: BillTariffVersionDto | null;
  @ApiProperty({ type: [PenaltyEntryDto] }) penalty_entries: PenaltyEntryDto[];
  @ApiProperty({
    type: MeterChangeDto,
    nullable: true,
    description: 'The meter was exchanged within this usage: the stands of the old one and of the new one',
  })
  meter_change: MeterChangeDto | null;
  @ApiProperty({ type: 'integer', description: 'm³ that earlier estimates billed too much, not settled yet' })
  overestimated_m3: number;
  @ApiProperty({ type: BillPaymentDto, nullable: true }) payment: BillPaymentDto | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why the draft waits outside every run' })
  held_reason: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The cancelled bill it was issued in place of' })
  replaces_id: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The bill that was issued in its place' })
  replaced_by: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'A correction or cancellation somebody asked for; a second person decides',
  })
  pending_approval_id: number | null;
  @ApiProperty({
    description: 'A correction has a row of it: it stays as it is, the difference was settled apart',
  })
  corrected: boolean;
  @ApiProperty({
    type: OpeningStandsDto,
    nullable: true,
    description: 'Of a balance that was taken over: how it stands, corrections included',
  })
  opening: OpeningStandsDto | null;
}
