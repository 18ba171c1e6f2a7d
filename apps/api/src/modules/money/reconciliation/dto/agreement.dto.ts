import { ApiProperty } from '@nestjs/swagger';
import { FILE_SOURCES, STATEMENT_KINDS, type FileSource, type StatementKind } from '@tirtapay/domain';
import {
  BooleanField,
  ChoiceField,
  ClockTimeField,
  DateField,
  IntegerField,
  NoteField,
  RawTextField,
  RupiahField,
  TextField,
} from '../../../../platform/validation';

export class AgreeTermsBody {
  @DateField({ description: 'From this day on; later than any day that was put against a file' })
  valid_from: string;
  @ClockTimeField({
    nullable: true,
    description: 'Local time; null: midnight',
    example: '22:00',
  })
  cutoff: string | null;
  @BooleanField() settles_saturdays: boolean;
  @BooleanField() settles_sundays: boolean;
  @IntegerField({ min: 0, max: 5, description: 'Business days that QRIS settles later than the rest' })
  qris_lag_days: number;
  @RupiahField({
    min: 0,
    max: 100_000,
    nullable: true,
    description: 'What the bank may keep of a payment; null: not agreed',
  })
  fee_per_payment: number | null;
  @IntegerField({
    min: 0,
    max: 100_000,
    nullable: true,
    description: 'Discount of QRIS in millionths; null: not agreed',
  })
  mdr_ppm: number | null;
  @ChoiceField(FILE_SOURCES, {
    optional: true,
    description:
      'SNAP_REPORT: the payments into virtual accounts are asked of the bank every morning (service 35). BANK_FILE: its host is asked for the file of the day',
  })
  source?: FileSource;
  @BooleanField({
    optional: true,
    description:
      'Its file is the statement of our account: takings of counters, deposits of partners, payments to suppliers and refunds are in it',
  })
  own_account?: boolean;
  @NoteField({ max: 300, min: 5, description: 'Why; read by the second person' }) reason: string;
}

export class AddHolidayBody {
  @DateField({ description: 'Today or later' }) day: string;
  @TextField({ max: 80, example: 'Hari Raya Natal' }) name: string;
}

export class SaveMappingBody {
  @TextField({ max: 60, example: 'CSV harian' }) name: string;
  @RawTextField({ max: 20_000, description: 'What stands in which column: SettlementMapping, as JSON' })
  mapping: string;
}

export class EndReconciliationBody {
  @DateField({ description: 'The last day a statement is expected of; may be over or ahead' })
  last_day: string;
  @NoteField({ min: 10, max: 300, description: 'Why; the second person reads it' }) reason: string;
}

export class ResumeReconciliationBody {
  @DateField({ description: 'From this day on; on the day after the last one the end is taken back' })
  resumes_on: string;
  @NoteField({ min: 10, max: 300, description: 'Why; the second person reads it' }) reason: string;
}

class TermsDto {
  @ApiProperty() valid_from: string;
  @ApiProperty({ type: String, nullable: true }) cutoff: string | null;
  @ApiProperty() settles_saturdays: boolean;
  @ApiProperty() settles_sundays: boolean;
  @ApiProperty({ type: 'integer' }) qris_lag_days: number;
  @ApiProperty({ type: 'integer', nullable: true }) fee_per_payment: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) mdr_ppm: number | null;
  @ApiProperty({ enum: FILE_SOURCES }) source: FileSource;
  @ApiProperty({ description: 'Its file is the statement of our account' }) own_account: boolean;
}

class HolidayDto {
  @ApiProperty() day: string;
  @ApiProperty() name: string;
}

class MappingDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() name: string;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({ type: Object }) mapping: object;
}

class OldDaysDto {
  @ApiProperty({ description: 'The last of the days that were agreed on together' }) through: string;
  @ApiProperty({ type: 'integer' }) due: number;
  @ApiProperty({ type: 'integer' }) agreed: number;
  @ApiProperty({ type: 'integer', description: 'due − agreed' }) claimed: number;
  @ApiProperty({ description: "The bank's letter" }) letter: string;
}

class EndingDto {
  @ApiProperty({ description: 'The last day a statement is expected of' }) last_day: string;
  @ApiProperty({ type: String, nullable: true, description: 'Begun again from this day on; null: it ends' })
  resumes_on: string | null;
  @ApiProperty() reason: string;
  @ApiProperty() made_by: string;
  @ApiProperty() decided_by: string;
  @ApiProperty() decided_at: string;
}

export class LeftToSettleDto {
  @ApiProperty({ description: 'Of days up to and with this one' }) through: string;
  @ApiProperty({ type: 'integer', description: 'Days that are expected and not closed' }) open_days: number;
  @ApiProperty({ type: String, nullable: true }) first_open_day: string | null;
  @ApiProperty({ type: 'integer', description: 'Left to the next day, and not taken up' })
  carried_items: number;
  @ApiProperty({
    type: 'integer',
    description:
      'Of a bank what it collected on days that are not closed; of a supplier our deposit less what it is owed; of a partner its deposit',
  })
  held: number;
  @ApiProperty({ type: 'integer', description: 'Claims that are not paid' }) claims: number;
}

export class AgreementDto {
  @ApiProperty({ type: 'integer', description: 'Id of the collector, of whatever kind' }) bank_id: number;
  @ApiProperty() bank_name: string;
  @ApiProperty({ enum: STATEMENT_KINDS, description: 'Whose statement: a bank’s, a supplier’s, a partner’s' })
  statement: StatementKind;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The first day that is reconciled; null: not yet',
  })
  reconcile_from: string | null;
  @ApiProperty({ type: [TermsDto], description: 'Newest first' }) terms: TermsDto[];
  @ApiProperty({ type: [HolidayDto] }) holidays: HolidayDto[];
  @ApiProperty({ type: [MappingDto], description: 'The newest version of each' }) mappings: MappingDto[];
  @ApiProperty({
    description: 'Whether the days before the first that is reconciled are over, and can be agreed on',
  })
  old_days_over: boolean;
  @ApiProperty({ type: OldDaysDto, nullable: true }) old_days: OldDaysDto | null;
  @ApiProperty({ type: 'integer', description: 'What the books say the bank owes of the days before' })
  old_days_due: number;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The last day, when it has one and was not begun again after it',
  })
  last_day: string | null;
  @ApiProperty({ type: [EndingDto], description: 'What two people agreed about its end, newest first' })
  endings: EndingDto[];
  @ApiProperty({ type: LeftToSettleDto, nullable: true, description: 'Null: not begun' })
  left: LeftToSettleDto | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The request about its end that waits' })
  ending_id: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'The request about its terms that waits for its second person',
  })
  terms_id: number | null;
}
