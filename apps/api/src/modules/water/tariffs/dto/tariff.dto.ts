import { ApiProperty } from '@nestjs/swagger';
import {
  MINIMUM_KINDS,
  type MinimumCharge,
  statesOf,
  TARIFF_GROUPS,
  TARIFF_VERSION_TRANSITIONS,
  type TariffGroup,
  type TariffVersionState,
} from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';
import { PersonDto } from '../../../ground/approvals';

export class TariffBlockDto {
  @ApiProperty({ type: 'integer', description: 'Above this many m³' }) lower_m3: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Up to and including; null is open' })
  upper_m3: number | null;
  @ApiProperty({ type: 'integer', description: 'Rupiah per m³' }) rate: number;
}

export class FixedChargeDto {
  @ApiProperty({ example: 'BEBAN' }) code: string;
  @ApiProperty() label: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Only for meters of this size' })
  meter_size_mm: number | null;
  @ApiProperty({ type: 'integer', description: 'Rupiah per month' }) amount: number;
}

export class MinimumChargeDto {
  @ApiProperty({ enum: MINIMUM_KINDS }) kind: MinimumCharge['kind'];
  @ApiProperty({ type: 'integer', description: 'm³ or rupiah, 0 for NONE' }) value: number;
}

export class TariffVersionDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ type: 'integer' }) version_no: number;
  @ApiProperty({ enum: statesOf(TARIFF_VERSION_TRANSITIONS) }) status: TariffVersionState;
  @ApiProperty({ description: 'Number of the decree' }) legal_basis: string;
  @ApiProperty({ example: '2026-01', description: 'First usage period it prices' }) valid_from: string;
  @ApiProperty({ type: [TariffBlockDto] }) blocks: TariffBlockDto[];
  @ApiProperty({ type: [FixedChargeDto] }) fixed_charges: FixedChargeDto[];
  @ApiProperty({ type: MinimumChargeDto }) minimum: MinimumChargeDto;
  @ApiProperty({ description: 'Fixed charges go on while a connection is sealed for a whole month' })
  charge_when_sealed: boolean;
  @ApiProperty({ type: PersonDto, nullable: true }) created_by: PersonDto | null;
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ type: 'integer', nullable: true }) approval_id: number | null;
}

export class TariffDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ example: 'HALSEL-RT1' }) code: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: TARIFF_GROUPS }) kelompok: TariffGroup;
  @ApiProperty({ type: 'integer', description: 'Counts the changes of name, group and state' })
  version: number;
  @ApiProperty() active: boolean;
  @ApiProperty({
    type: TariffVersionDto,
    nullable: true,
    description: 'The version that prices this month',
  })
  current_version: TariffVersionDto | null;
}

export class TariffDetailDto extends TariffDto {
  @ApiProperty({
    type: 'integer',
    description: 'Percent of the usual daily use above which a reading is looked at',
  })
  high_percent: number;
  @ApiProperty({ type: 'integer', description: 'Percent of it below which a reading is looked at' })
  low_percent: number;
  @ApiProperty({ type: [TariffVersionDto], description: 'Newest first' })
  versions: TariffVersionDto[];
}

export class TariffPageDto extends PageDto(TariffDto) {}
