import { ApiProperty } from '@nestjs/swagger';
import {
  AMOUNT_READINGS,
  DATE_ORDERS,
  SETTLEMENT_DIRECTIONS,
  SETTLEMENT_ERRORS,
  SETTLEMENT_FORMATS,
  SETTLEMENT_KINDS,
  TEXT_ENCODINGS,
  type AmountReading,
  type DateOrder,
  type SettlementDirection,
  type SettlementErrorCode,
  type SettlementFormat,
  type SettlementKind,
  type SettlementQuestion,
  type TextEncoding,
} from '@tirtapay/domain';
import { Type } from 'class-transformer';
import { PageDto } from '../../../../platform/list';
import { DateField, IdField, TextField } from '../../../../platform/validation';

/** How a file is to be read; the file itself is the body, byte for byte. */
export class PreviewFileQuery {
  @Type(() => Number) @IdField() bank_id: number;
  @TextField({ max: 200, description: 'As the bank named it', example: 'SETTLEMENT_20261127.csv' })
  file_name: string;
  @Type(() => Number)
  @IdField({ optional: true, description: 'A saved mapping; without it the format is found out' })
  mapping_id?: number;
  @TextField({
    max: 400,
    optional: true,
    pattern: /^\d{1,3}:[A-Z_]{3,20}(,\d{1,3}:[A-Z_]{3,20})*$/,
    words: {
      id: 'Tulis nomor kolom dan jawabannya, misalnya 5:COMMA_DECIMAL.',
      en: 'Write column and answer, such as 5:COMMA_DECIMAL.',
    },
    description: 'Answers to the questions of a preview, `column:value`',
    example: '5:COMMA_DECIMAL,1:DMY',
  })
  answers?: string;
}

export class UploadFileQuery extends PreviewFileQuery {
  @DateField({ description: 'The day of the bank that the file settles' }) settlement_date: string;
}

class SettlementAmountDto {
  @ApiProperty({ type: 'integer' }) rupiah: number;
  @ApiProperty({ type: 'integer' }) sen: number;
}

class FileMappingNameDto {
  @ApiProperty() name: string;
  @ApiProperty({ type: 'integer' }) version: number;
}

class FilePeriodDto {
  @ApiProperty() from: string;
  @ApiProperty() to: string;
}

class FileTrailerDto {
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: 'integer' }) total: number;
}

export class SettlementFileDto {
  @ApiProperty({ enum: SETTLEMENT_FORMATS }) format: SettlementFormat;
  @ApiProperty({ type: FileMappingNameDto }) mapping: FileMappingNameDto;
  @ApiProperty({ type: String, nullable: true }) account: string | null;
  @ApiProperty({ type: FilePeriodDto, nullable: true }) period: FilePeriodDto | null;
  @ApiProperty({ type: SettlementAmountDto, nullable: true }) opening: SettlementAmountDto | null;
  @ApiProperty({ type: SettlementAmountDto, nullable: true }) closing: SettlementAmountDto | null;
  @ApiProperty({ type: FileTrailerDto, nullable: true }) trailer: FileTrailerDto | null;
  @ApiProperty() sha256: string;
  @ApiProperty({ type: 'integer' }) rows_read: number;
}

class ColumnFoundDto {
  @ApiProperty({ type: 'integer' }) position: number;
  @ApiProperty() header: string;
  @ApiProperty({ type: String, nullable: true }) field: string | null;
  @ApiProperty({ enum: [...AMOUNT_READINGS, null], nullable: true }) amounts: AmountReading | null;
  @ApiProperty({ enum: [...DATE_ORDERS, null], nullable: true }) dates: DateOrder | null;
  @ApiProperty() example: string;
}

class FileDetectionDto {
  @ApiProperty({ enum: TEXT_ENCODINGS }) encoding: TextEncoding;
  @ApiProperty() byte_order_mark: boolean;
  @ApiProperty({ type: String, nullable: true }) delimiter: string | null;
  @ApiProperty({ type: String, nullable: true }) quote: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) header_line: number | null;
  @ApiProperty({ type: [ColumnFoundDto] }) columns: readonly ColumnFoundDto[];
}

class FileChoiceDto {
  @ApiProperty({ enum: [...AMOUNT_READINGS, ...DATE_ORDERS] }) value: AmountReading | DateOrder;
  @ApiProperty() means: string;
}

class FileQuestionDto {
  @ApiProperty({ enum: ['AMOUNTS', 'DATES'] }) about: SettlementQuestion['about'];
  @ApiProperty({ type: 'integer' }) position: number;
  @ApiProperty() header: string;
  @ApiProperty() example: string;
  @ApiProperty({ type: [FileChoiceDto] }) choices: readonly FileChoiceDto[];
}

class FileErrorDto {
  @ApiProperty({ type: 'integer', nullable: true }) line: number | null;
  @ApiProperty({ description: "The file's own words" }) words: string;
  @ApiProperty({ enum: SETTLEMENT_ERRORS }) code: SettlementErrorCode;
}

class FileSumDto {
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: 'integer' }) total: number;
  @ApiProperty({ type: 'integer' }) sen: number;
}

export class SettlementLineDto {
  @ApiProperty({ type: 'integer', description: 'Physical line of the file, from 1' }) line: number;
  @ApiProperty({ description: "The file's own words" }) raw: string;
  @ApiProperty({ type: String, nullable: true }) booked_on: string | null;
  @ApiProperty({ type: String, nullable: true }) booked_at: string | null;
  @ApiProperty({ enum: SETTLEMENT_DIRECTIONS }) direction: SettlementDirection;
  @ApiProperty({ type: 'integer' }) amount: number;
  @ApiProperty({ type: 'integer' }) sen: number;
  @ApiProperty({ enum: SETTLEMENT_KINDS }) kind: SettlementKind;
  @ApiProperty({ type: String, nullable: true }) reference: string | null;
  @ApiProperty({ type: String, nullable: true }) bank_reference: string | null;
  @ApiProperty({ type: String, nullable: true }) request_id: string | null;
  @ApiProperty({ type: String, nullable: true }) va_number: string | null;
  @ApiProperty({ type: String, nullable: true }) customer_number: string | null;
  @ApiProperty({ type: String, nullable: true }) channel: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) fee: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) gross: number | null;
  @ApiProperty() text: string;
}

/** What was found out about a file before anything is stored. */
export class FileReadingDto {
  @ApiProperty({ type: SettlementFileDto }) file: SettlementFileDto;
  @ApiProperty({ type: FileDetectionDto }) detected: FileDetectionDto;
  @ApiProperty({ type: [FileQuestionDto], description: 'A person says; nothing is guessed' })
  questions: readonly FileQuestionDto[];
  @ApiProperty({ type: [FileErrorDto] }) errors: readonly FileErrorDto[];
  @ApiProperty({ type: 'integer' }) errors_total: number;
  @ApiProperty({ type: FileSumDto }) credits: FileSumDto;
  @ApiProperty({ type: FileSumDto }) debits: FileSumDto;
  @ApiProperty({ type: [SettlementLineDto] }) sample: readonly SettlementLineDto[];
  @ApiProperty({ description: 'No question, no error, every sum ties' }) storable: boolean;
}

export class FilePreviewDto {
  @ApiProperty({ type: FileReadingDto }) reading: FileReadingDto;
  @ApiProperty({ type: String, nullable: true, description: 'The day the file seems to settle' })
  settlement_date: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The same bytes are stored already' })
  stored_as: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The file of that day it would supersede' })
  supersedes: number | null;
  @ApiProperty({ description: 'Its day is closed: it is not taken' }) day_closed: boolean;
}

export class UploadedFileDto {
  @ApiProperty({ type: FileReadingDto }) reading: FileReadingDto;
  @ApiProperty({ description: 'False: questions or errors are left, and nothing was stored' })
  stored: boolean;
  @ApiProperty({
    description:
      'The same bytes were stored before: nothing changed, or, with `stored`, that file holds again instead of the one that had superseded it',
  })
  known: boolean;
  @ApiProperty({ type: 'integer', nullable: true }) file_id: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) reconciliation_id: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The file it supersedes; both stay' })
  supersedes: number | null;
}

export class StoredFileDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ type: 'integer' }) bank_id: number;
  @ApiProperty() bank_name: string;
  @ApiProperty() settlement_date: string;
  @ApiProperty() file_name: string;
  @ApiProperty() sha256: string;
  @ApiProperty({ enum: SETTLEMENT_FORMATS }) format: SettlementFormat;
  @ApiProperty({ type: 'integer' }) line_count: number;
  @ApiProperty({ type: 'integer' }) credit_total: number;
  @ApiProperty({ type: 'integer' }) debit_total: number;
  @ApiProperty({ type: String, nullable: true }) uploaded_by: string | null;
  @ApiProperty() uploaded_at: string;
  @ApiProperty({ type: String, nullable: true, description: 'A corrected file came' }) superseded_at:
    string | null;
}

export class StoredFilePageDto extends PageDto(StoredFileDto) {}

export class StoredLineDto extends SettlementLineDto {
  @ApiProperty({ type: 'integer' }) id: number;
}

export class StoredLinePageDto extends PageDto(StoredLineDto) {}
