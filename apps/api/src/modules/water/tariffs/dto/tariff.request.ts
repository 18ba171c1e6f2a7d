import {
  CHARGE_CODE,
  MINIMUM_KINDS,
  TARIFF_CODE,
  TARIFF_GROUPS,
  THRESHOLD_LIMITS,
  type TariffGroup,
} from '@tirtapay/domain';
import type { MinimumCharge } from '@tirtapay/domain';
import { Type } from 'class-transformer';
import { ArrayMinSize, ValidateNested } from 'class-validator';
import {
  BooleanField,
  ChoiceField,
  IdField,
  IntegerField,
  KindField,
  ListField,
  NoteField,
  ObjectField,
  PeriodField,
  RupiahField,
  TextField,
} from '../../../../platform/validation';

const MAX_M3 = 1_000_000;

export class CreateTariffBody {
  @KindField(TARIFF_CODE, { letters: 'capital', example: 'HALSEL-RT1' }) code: string;
  @TextField({ max: 100 }) name: string;
  @ChoiceField(TARIFF_GROUPS) kelompok: TariffGroup;
}

export class ChangeTariffBody {
  @IntegerField({ min: 1, max: 1_000_000_000, description: 'The version that was read' }) version: number;
  @TextField({ max: 100, optional: true }) name?: string;
  @ChoiceField(TARIFF_GROUPS, { optional: true }) kelompok?: TariffGroup;
  @BooleanField({ optional: true, description: 'false: closed, nobody may come to it any more' })
  active?: boolean;
  @NoteField({ max: 300, optional: true, description: 'Why' }) reason?: string;
}

export class ChangeThresholdsBody {
  @IntegerField({
    min: THRESHOLD_LIMITS.highPercent.min,
    max: THRESHOLD_LIMITS.highPercent.max,
    description: 'Above this percentage of the usual daily use a reading is to be looked at',
  })
  high_percent: number;
  @IntegerField({
    min: THRESHOLD_LIMITS.lowPercent.min,
    max: THRESHOLD_LIMITS.lowPercent.max,
    description: 'Below this percentage of it, too; 0: never',
  })
  low_percent: number;
  @IntegerField({
    min: 1,
    max: 1_000_000_000,
    description: 'Of the category as it was read; 409 when it changed',
  })
  version: number;
}

export class TariffBlockBody {
  @IntegerField({ min: 0, max: MAX_M3 }) lower_m3: number;
  @IntegerField({ min: 1, max: MAX_M3, nullable: true, description: 'null: open end' }) upper_m3:
    number | null;
  @RupiahField({ min: 0, max: 100_000_000 }) rate: number;
}

export class FixedChargeBody {
  @KindField(CHARGE_CODE, { letters: 'capital', example: 'BEBAN' }) code: string;
  @TextField({ max: 100 }) label: string;
  @IntegerField({
    min: 10,
    max: 500,
    optional: true,
    nullable: true,
    description: 'Only for meters of this size',
  })
  meter_size_mm?: number | null;
  @RupiahField({ min: 0, max: 1_000_000_000 }) amount: number;
}

export class MinimumChargeBody {
  @ChoiceField(MINIMUM_KINDS) kind: MinimumCharge['kind'];
  @IntegerField({ min: 0, max: 1_000_000_000 }) value: number;
}

export class ProposeVersionBody {
  @TextField({ max: 200, min: 3, example: 'Perbup Halmahera Selatan No. 9 Tahun 2024' }) legal_basis: string;
  @PeriodField({ description: 'First usage period it prices' }) valid_from: string;
  @ListField(() => TariffBlockBody, { maxItems: 20 })
  @ArrayMinSize(1)
  @ValidateNested({ each: true })
  @Type(() => TariffBlockBody)
  blocks: TariffBlockBody[];
  @ListField(() => FixedChargeBody, { maxItems: 50 })
  @ValidateNested({ each: true })
  @Type(() => FixedChargeBody)
  fixed_charges: FixedChargeBody[];
  @ObjectField(() => MinimumChargeBody) minimum: MinimumChargeBody;
  @BooleanField({
    optional: true,
    description: 'Fixed charges go on while a connection is sealed for a whole month; left out: no',
  })
  charge_when_sealed?: boolean;
}

export class QuoteBody {
  @IdField() tariff_id: number;
  @PeriodField({ description: 'Usage period' }) period: string;
  @IntegerField({ min: 0, max: MAX_M3 }) usage_m3: number;
  @IntegerField({
    min: 10,
    max: 500,
    optional: true,
    description: '13 mm, the usual household meter, when left out',
  })
  meter_size_mm?: number;
}
