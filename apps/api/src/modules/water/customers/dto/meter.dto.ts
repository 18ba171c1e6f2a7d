import { ApiProperty } from '@nestjs/swagger';
import {
  DateField,
  InstantField,
  IntegerField,
  NoteField,
  ObjectField,
} from '../../../../platform/validation';
import { MeterFactsBody, NewMeterBody } from './customer.request';
import { CustomerMeterDto } from './customer.dto';

export class InstallMeterBody {
  @ObjectField(() => NewMeterBody) meter: NewMeterBody;
  @IntegerField({ min: 1, max: 1_000_000_000 }) version: number;
}

export class ReplaceMeterBody {
  @IntegerField({ min: 1, max: 1_000_000_000, description: 'Version of the customer that was read' })
  version: number;
  @IntegerField({ min: 0, max: 99_999_999, description: 'm³, the last stand of the meter taken away' })
  removed_stand: number;
  @ObjectField(() => NewMeterBody, {
    description: 'The meter put in its place; its day of installation is the day of the replacement',
  })
  meter: NewMeterBody;
  @DateField({ optional: true, description: 'Today when left out' }) replaced_on?: string;
  @InstantField({
    optional: true,
    description:
      'The hour of the exchange: with it, readings of that day know their meter; without it they are refused',
  })
  replaced_at?: string;
  @NoteField({ max: 300, min: 3, description: 'Why' }) reason: string;
}

export class CorrectMeterBody {
  @IntegerField({ min: 1, max: 1_000_000_000, description: 'Version of the customer that was read' })
  version: number;
  @ObjectField(() => MeterFactsBody, { description: 'The meter in place, as it really is' })
  meter: MeterFactsBody;
  @IntegerField({
    min: 0,
    max: 99_999_999,
    optional: true,
    description: 'm³, the last stand of the meter it took the place of; as it was when left out',
  })
  removed_stand?: number;
  @NoteField({ max: 300, min: 3, description: 'Why' }) reason: string;
}

export class MeterHistoryDto extends CustomerMeterDto {
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Of a meter taken over from the system before: when it was put in, where that was known',
  })
  first_installed_on: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Null: in place now' })
  removed_on: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) removed_stand: number | null;
  @ApiProperty({ type: String, nullable: true }) removed_reason: string | null;
}
