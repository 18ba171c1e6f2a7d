import {
  BATCH_SEVERITIES,
  type BatchSeverity,
  CONDITION_CODES,
  type ConditionCode,
  type ReadingDecision,
  READING_DECISIONS,
} from '@tirtapay/domain';
import { ArrayUnique, IsIn } from 'class-validator';
import {
  BooleanField,
  ChoiceField,
  IdField,
  IdListField,
  InstantField,
  IntegerField,
  ListField,
  PeriodField,
  NoteField,
  UuidField,
} from '../../../../platform/validation';
import { CustomerNumberField } from '../../customers';

/** No meter has more than eight black wheels. */
export const MAX_STAND = 99_999_999;
const MAX_BATCH = 5_000;

export class PreviewReadingBody {
  @CustomerNumberField() customer_number: string;
  @PeriodField() period: string;
  @IntegerField({
    optional: true,
    min: 0,
    max: MAX_STAND,
    description: 'm³; left out when the meter could not be read',
  })
  current_stand?: number;
  @BooleanField({ optional: true, description: 'A person confirms that the meter passed its last number' })
  rollover?: boolean;
  @ChoiceField(CONDITION_CODES, { optional: true }) condition_code?: ConditionCode;
}

export class RecordReadingBody {
  @UuidField({ description: 'Made by the device; sending it again returns the same reading' })
  client_id: string;
  @CustomerNumberField() customer_number: string;
  @PeriodField() period: string;
  @IntegerField({
    optional: true,
    min: 0,
    max: MAX_STAND,
    description: 'm³; left out when the meter could not be read',
  })
  current_stand?: number;
  @ChoiceField(CONDITION_CODES) condition_code: ConditionCode;
  @BooleanField({ optional: true, description: 'A person confirms that the meter passed its last number' })
  rollover?: boolean;
  @NoteField({ optional: true, max: 500 }) note?: string;
  @InstantField({ optional: true, description: 'When the meter was read; now when left out' })
  read_at?: string;
}

export class DecideReadingBody {
  @ChoiceField(READING_DECISIONS) decision: ReadingDecision;
  @NoteField({ optional: true, max: 500, description: 'Required for REREAD, and to verify an ERROR' })
  note?: string;
  @IntegerField({ min: 1, max: Number.MAX_SAFE_INTEGER }) version: number;
}

export class VerifyBatchBody {
  @PeriodField({ optional: true }) period?: string;
  @IdField({ optional: true }) region_id?: number;
  @ListField(() => String, {
    maxItems: 2,
    of: 'string',
    description: 'OK and WARNING; an ERROR is decided one by one, with a note',
  })
  @ArrayUnique()
  @IsIn(BATCH_SEVERITIES, { each: true })
  severities: BatchSeverity[];
  @IdListField({ optional: true, maxItems: MAX_BATCH })
  ids?: number[];
  @BooleanField({ optional: true, description: 'Only say what would happen' }) dry_run?: boolean;
}
