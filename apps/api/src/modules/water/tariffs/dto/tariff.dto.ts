import { ApiProperty } from '@nestjs/swagger';
import {
  statesOf,
  TARIFF_VERSION_TRANSITIONS,
  type MinimumCharge,
  type TariffVersionState,
} from '@tirtapay/domain';
import { PageResponse } from '../../../../platform/list';
import { PersonDto } from '../../../ground/approvals';
import { TARIFF_GROUPS, type TariffGroup } from '../entities/tariff.entity';

export const MINIMUM_KINDS = ['NONE', 'M3', 'RUPIAH'] as const satisfies readonly MinimumCharge['kind'][];

export class TariffBlockResponse {
  @ApiProperty({ type: 'integer', description: 'Above this many m³' }) lower_m3: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Up to and including; null is open' })
  upper_m3: number | null;
  @ApiProperty({ type: 'integer', description: 'Rupiah per m³' }) rate: number;
}

export class FixedChargeResponse {
  @ApiProperty({ example: 'BEBAN' }) code: string;
  @ApiProperty() label: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Only for meters of this size' })
  meter_size_mm: number | null;
  @ApiProperty({ type: 'integer', description: 'Rupiah per month' }) amount: number;
}

export class MinimumChargeResponse {
  @ApiProperty({ enum: MINIMUM_KINDS }) kind: MinimumCharge['kind'];
  @ApiProperty({ type: 'integer', description: 'm³ or rupiah, 0 for NONE' }) value: number;
}

export class TariffVersionResponse {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ type: 'integer' }) version_no: number;
  @ApiProperty({ enum: statesOf(TARIFF_VERSION_TRANSITIONS) }) status: TariffVersionState;
  @ApiProperty({ description: 'Number of the decree' }) legal_basis: string;
  @ApiProperty({ example: '2026-01', description: 'First usage period it prices' }) valid_from: string;
  @ApiProperty({ type: [TariffBlockResponse] }) blocks: TariffBlockResponse[];
  @ApiProperty({ type: [FixedChargeResponse] }) fixed_charges: FixedChargeResponse[];
  @ApiProperty({ type: MinimumChargeResponse }) minimum: MinimumChargeResponse;
  @ApiProperty({ type: PersonDto, nullable: true }) created_by: PersonDto | null;
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ type: 'integer', nullable: true }) approval_id: number | null;
}

export class TariffResponse {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ example: 'HALSEL-RT1' }) code: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: TARIFF_GROUPS }) kelompok: TariffGroup;
  @ApiProperty() active: boolean;
  @ApiProperty({
    type: TariffVersionResponse,
    nullable: true,
    description: 'The version that prices this month',
  })
  current_version: TariffVersionResponse | null;
}

export class TariffDetailResponse extends TariffResponse {
  @ApiProperty({ type: [TariffVersionResponse], description: 'Newest first' })
  versions: TariffVersionResponse[];
}

export class TariffPageResponse extends PageResponse(TariffResponse) {}
