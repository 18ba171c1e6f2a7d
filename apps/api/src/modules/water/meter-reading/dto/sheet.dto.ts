import { ApiProperty } from '@nestjs/swagger';
import {
  ANOMALY_REASONS,
  ANOMALY_SEVERITIES,
  type AnomalyReason,
  type AnomalySeverity,
  CONDITION_CODES,
  type ConditionCode,
} from '@tirtapay/domain';
import { Type } from 'class-transformer';
import { ArrayMinSize, ValidateNested } from 'class-validator';
import {
  BooleanField,
  ChoiceField,
  IntegerField,
  ListField,
  NoteField,
  PeriodField,
  TextField,
  UuidField,
} from '../../../../platform/validation';
import { MAX_STAND } from './reading.request';

/** As many as somebody types at one sitting. */
const MAX_ROWS = 200;

export class SheetRowBody {
  @UuidField({ description: 'Made by the sheet; sending it again returns the same reading' })
  client_id: string;
  @TextField({ max: 40, description: 'As typed: a number that cannot be is refused in its row' })
  customer_number: string;
  @IntegerField({
    optional: true,
    min: 0,
    max: MAX_STAND,
    description: 'm³; left out when the meter could not be read',
  })
  current_stand?: number;
  @ChoiceField(CONDITION_CODES, { optional: true, description: 'NORMAL when left out' })
  condition_code?: ConditionCode;
  @NoteField({ optional: true, max: 500 }) note?: string;
}

export class RecordSheetBody {
  @PeriodField() period: string;
  @ListField(() => SheetRowBody, { maxItems: MAX_ROWS })
  @ArrayMinSize(1)
  @ValidateNested({ each: true })
  @Type(() => SheetRowBody)
  rows: SheetRowBody[];
  @BooleanField({ optional: true, description: 'Only say what each row would come to' }) dry_run?: boolean;
}

export class SheetRowProblemDto {
  @ApiProperty({ description: 'Code of the catalogue' }) code: string;
  @ApiProperty({ description: 'In the language of the request' }) message: string;
}

export class SheetRowDto {
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ type: Number, nullable: true }) reading_id: number | null;
  @ApiProperty({ type: Number, nullable: true }) previous_stand: number | null;
  @ApiProperty({ type: Number, nullable: true }) usage_m3: number | null;
  @ApiProperty({ enum: [...ANOMALY_SEVERITIES, null], nullable: true }) severity: AnomalySeverity | null;
  @ApiProperty({ enum: ANOMALY_REASONS, isArray: true }) reasons: AnomalyReason[];
  @ApiProperty({ type: Number, nullable: true, description: 'Rupiah; null when it cannot be priced' })
  quote_total: number | null;
  @ApiProperty({ type: SheetRowProblemDto, nullable: true }) problem: SheetRowProblemDto | null;
}

export class SheetDto {
  @ApiProperty({ description: 'All rows are stored; false for a dry run' }) stored: boolean;
  @ApiProperty({ type: [SheetRowDto], description: 'In the order sent' }) rows: SheetRowDto[];
}
