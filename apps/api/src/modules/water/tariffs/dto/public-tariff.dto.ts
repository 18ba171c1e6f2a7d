import { ApiProperty } from '@nestjs/swagger';
import { TARIFF_GROUPS } from '@tirtapay/domain';
import { IntegerField, TextField } from '../../../../platform/validation';

export class PublicTariffDto {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: TARIFF_GROUPS }) kelompok: string;
}

export class PublicQuoteBody {
  @TextField({ max: 32, example: 'HALSEL-RT1' }) tariff_code: string;
  @IntegerField({ min: 0, max: 100_000 }) usage_m3: number;
  @IntegerField({ optional: true, min: 10, max: 500 }) meter_size_mm?: number;
}
