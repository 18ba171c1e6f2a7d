import { ApiProperty } from '@nestjs/swagger';
import { JOB_STATES, type JobState } from '../../../../platform/jobs';
import { TextField } from '../../../../platform/validation';

export class OrderExportBody {
  @TextField({
    max: 2_000,
    pattern:
      /^\/api\/v1\/(?:[a-z0-9/_-]{1,100}\/export|reports\/[a-z-]{1,40}\/pdf)(\?[A-Za-z0-9_.,=&%+*~:!'()-]*)?$/,
    words: { id: 'Bukan alamat unduhan sebuah daftar.', en: 'Not the address of an export.' },
    description:
      'The route of an export with its filter, order and format, as it would be downloaded at once',
    example: '/api/v1/bills/export?format=csv&state=ISSUED',
  })
  address: string;
}

export class ExportFailureDto {
  @ApiProperty({ description: 'A code of the error catalogue' }) code: string;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'What to do' }) fix: string;
}

export class ExportFileDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ description: 'With its ending', example: 'tagihan.csv' }) name: string;
  @ApiProperty({ enum: JOB_STATES }) status: JobState;
  @ApiProperty({ type: 'integer', description: 'Written until now' }) rows: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Counted before it was begun; null where nobody counted',
  })
  expected: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Once it is whole' })
  size_bytes: number | null;
  @ApiProperty({ type: ExportFailureDto, nullable: true, description: 'Why it was given up' })
  failure: ExportFailureDto | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Of the saved report whose schedule asked for it',
  })
  saved_report: string | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'The day that schedule came due; null for what somebody asked for',
  })
  due_on: string | null;
  @ApiProperty({ format: 'date-time' }) asked_at: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when it can be downloaded',
  })
  expires_at: string | null;
}
