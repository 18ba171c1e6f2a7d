import { ApiProperty } from '@nestjs/swagger';
import { BILL_LINE_KINDS, type BillLineKind } from '@tirtapay/domain';

export class QuoteLineDto {
  @ApiProperty({ enum: BILL_LINE_KINDS }) kind: BillLineKind;
  @ApiProperty() code: string;
  @ApiProperty() label: string;
  @ApiProperty({ type: 'integer' }) quantity: number;
  @ApiProperty({ enum: ['m3', 'bulan'] }) unit: 'm3' | 'bulan';
  @ApiProperty({ type: 'integer' }) rate: number;
  @ApiProperty({ type: 'integer' }) amount: number;
  @ApiProperty({ example: '10 m³ × Rp2.000 = Rp20.000' }) formula: string;
}

export class QuotedVersionDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() legal_basis: string;
  @ApiProperty({ example: '2026-01' }) valid_from: string;
}

export class QuoteDto {
  @ApiProperty({ type: 'integer' }) usage_m3: number;
  @ApiProperty({ type: [QuoteLineDto] }) lines: QuoteLineDto[];
  @ApiProperty({ type: 'integer' }) water_amount: number;
  @ApiProperty({ type: 'integer' }) fixed_amount: number;
  @ApiProperty({ type: 'integer' }) total: number;
  @ApiProperty({ type: [String], description: 'The calculation in sentences, Indonesian' }) trace: string[];
  @ApiProperty({ type: QuotedVersionDto }) tariff_version: QuotedVersionDto;
}
