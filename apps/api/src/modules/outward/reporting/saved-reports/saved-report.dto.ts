import { ApiProperty } from '@nestjs/swagger';
import { SCHEDULE_EVERY, type Schedule } from '@tirtapay/domain';
import {
  BooleanField,
  ChoiceField,
  IntegerField,
  NoteField,
  ObjectField,
  TextField,
} from '../../../../platform/validation';
import { ExportFailureDto } from '../export-files/export-file.dto';

const SCHEDULED_FORMATS = ['pdf', 'xlsx', 'csv'] as const;
type ScheduledFormat = (typeof SCHEDULED_FORMATS)[number];

export class ReportScheduleBody {
  @ChoiceField(SCHEDULE_EVERY) every: Schedule['every'];
  @IntegerField({
    min: 1,
    max: 31,
    nullable: true,
    description: 'Of MONTH: the day of the month, or its last when it is shorter; null of DAY',
  })
  day: number | null;
  @IntegerField({ min: 0, max: 23, description: 'From this hour on, in the time of the utility' })
  hour: number;
  @ChoiceField(SCHEDULED_FORMATS) format: ScheduledFormat;
}

class SavedReportContent {
  @TextField({ max: 60 }) name: string;
  @BooleanField({ description: 'Open to everybody who may read the report' }) shared: boolean;
  @TextField({
    max: 1_000,
    min: 0,
    pattern: /^[A-Za-z0-9_.=&-]*$/,
    words: { id: 'Bukan pilihan sebuah laporan.', en: 'Not what a report is asked.' },
    description:
      'What it is asked, as the address of its page has it. In place of a month `month-1` is the month before; in place of a day `day-1` is yesterday, `month-1.first` and `month-1.last` are the first and last day of the month before',
    example: 'from=month-1.first&to=month-1.last',
  })
  parameters: string;
  @ObjectField(() => ReportScheduleBody, {
    nullable: true,
    description: 'When it is made by itself, for its owner; null for never',
  })
  schedule: ReportScheduleBody | null;
}

export class SaveReportBody extends SavedReportContent {
  @TextField({
    max: 41,
    pattern: /^[a-z][a-z-]{1,40}$/,
    words: { id: 'Bukan nama sebuah laporan.', en: 'Not the name of a report.' },
    description: 'Its key',
    example: 'lpp',
  })
  report: string;
}

export class ChangeSavedReportBody extends SavedReportContent {
  @IntegerField({ min: 1, max: 2_147_483_647, description: 'The version that was read' }) version: number;
}

export class StopScheduleBody {
  @NoteField({ min: 5, max: 300, description: 'Why it goes on no more' }) reason: string;
}

export class SavedReportFileDto {
  @ApiProperty({ type: 'integer', description: 'Of your files' }) id: number;
  @ApiProperty() name: string;
  @ApiProperty({ format: 'date', description: 'The day it was due' }) due_on: string;
}

export class SavedReportDto extends SavedReportContent {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() report: string;
  @ApiProperty({ description: 'Of the report' }) title: string;
  @ApiProperty() owner: string;
  @ApiProperty({ description: 'Whether the reader keeps it, and may change or remove it' }) mine: boolean;
  @ApiProperty({ description: 'What it is asked today, as the address of its page has it' }) query: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'When its schedule is due next' })
  next_on: string | null;
  @ApiProperty({ type: ExportFailureDto, nullable: true, description: 'Why its schedule goes on no more' })
  stopped: ExportFailureDto | null;
  @ApiProperty({ description: 'Whether the reader may stop what comes to somebody else by it' })
  may_stop: boolean;
  @ApiProperty({ type: SavedReportFileDto, nullable: true, description: 'The newest its schedule made' })
  last_file: SavedReportFileDto | null;
  @ApiProperty({ type: 'integer' }) version: number;
}
