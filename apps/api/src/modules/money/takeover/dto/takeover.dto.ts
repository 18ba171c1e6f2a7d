import { ApiProperty } from '@nestjs/swagger';
import { TABLE_FORMATS, type TableDetection } from '@tirtapay/bank-protocol';
import { TAKEOVER_KINDS, type TakeoverFindingCode, type TakeoverKind } from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';
import { ChoiceField, NoteField, TextField } from '../../../../platform/validation';
import { TAKEOVER_STATES, type TakeoverState } from '../entities/takeover.entity';

/** What a file is said to be; the file itself is the body, byte for byte. */
export class CheckTakeoverQuery {
  @ChoiceField(TAKEOVER_KINDS) kind: TakeoverKind;
  @TextField({ max: 200, example: 'pelanggan.csv' }) file_name: string;
  @TextField({
    max: 2_000,
    optional: true,
    pattern: /^[a-z_]*(,[a-z_]*)*$/,
    words: {
      id: 'Tulis isian tiap kolom menurut urutannya, dipisahkan koma.',
      en: 'Write the field of each column in their order, separated by commas.',
    },
    description:
      'Field of each column by place, nothing for a column that is not taken; by their titles when left out',
    example: 'customer_number,,name,address',
  })
  columns?: string;
  @ChoiceField(['RESTORE'], {
    optional: true,
    description: 'Put lost zeros back where the number then fits; refused as they are when left out',
  })
  zeros?: 'RESTORE';
}

export class TemplateQuery {
  @ChoiceField(TAKEOVER_KINDS) kind: TakeoverKind;
  @ChoiceField(['csv', 'xlsx'], { optional: true }) format?: 'csv' | 'xlsx';
}

export class UndoTakeoverBody {
  @NoteField({ max: 300, min: 3, description: 'Why' }) reason: string;
}

class TakeoverColumnDto {
  @ApiProperty({ type: 'integer' }) position: number;
  @ApiProperty() header: string;
  @ApiProperty() example: string;
  @ApiProperty({ type: String, nullable: true }) field: string | null;
}

class TakeoverFieldDto {
  @ApiProperty() field: string;
  @ApiProperty({ description: 'What stands above it in the template' }) title: string;
  @ApiProperty() needed: boolean;
}

export class TakeoverDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ enum: TAKEOVER_KINDS }) kind: TakeoverKind;
  @ApiProperty() file_name: string;
  @ApiProperty({ enum: TAKEOVER_STATES }) state: TakeoverState;
  @ApiProperty({ type: 'integer' }) rows_read: number;
  @ApiProperty({ type: 'integer' }) rows_refused: number;
  @ApiProperty({ type: 'integer', description: 'The first 1,000 of them are listed' }) findings_total: number;
  @ApiProperty({ type: 'integer', description: 'What all rows owe together' }) amount: number;
  @ApiProperty({ type: String, nullable: true }) checked_by: string | null;
  @ApiProperty() checked_at: string;
  @ApiProperty({ type: 'integer', nullable: true }) approval_id: number | null;
  @ApiProperty({ type: String, nullable: true }) imported_at: string | null;
  @ApiProperty({ type: String, nullable: true }) undone_at: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
}

export class TakeoverPageDto extends PageDto(TakeoverDto) {}

export class TakeoverDetailDto extends TakeoverDto {
  @ApiProperty() sha256: string;
  @ApiProperty({ enum: TABLE_FORMATS }) format: TableDetection['format'];
  @ApiProperty() encoding: string;
  @ApiProperty() byte_order_mark: boolean;
  @ApiProperty({ type: String, nullable: true }) delimiter: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) header_line: number | null;
  @ApiProperty({ type: [TakeoverColumnDto] }) columns: readonly TakeoverColumnDto[];
  @ApiProperty({ type: [TakeoverFieldDto], description: 'What a column can be' })
  fields: readonly TakeoverFieldDto[];
  @ApiProperty({ type: [String], description: 'Needed columns that are not there' })
  missing: readonly string[];
  @ApiProperty({ type: String, nullable: true, description: 'Why the file cannot be read to its end' })
  broken: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) broken_line: number | null;
  @ApiProperty() restore_zeros: boolean;
  @ApiProperty({ description: 'Numbers that have lost their zeros were found' }) zeros_lost: boolean;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The same bytes were imported before, as this one',
  })
  known_as: number | null;
  @ApiProperty({ description: 'No row is refused: it can be imported' }) importable: boolean;
  @ApiProperty({ description: 'Nothing was built on it: it can be taken back' }) undoable: boolean;
}

export class TakeoverFindingDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ type: 'integer', description: 'Line of the file, from 1' }) line: number;
  @ApiProperty({ description: 'Title of the column in the template' }) column: string;
  @ApiProperty({ type: String }) code: TakeoverFindingCode;
  @ApiProperty() message: string;
  @ApiProperty({ description: 'What stands there' }) found: string;
  @ApiProperty({ type: String, nullable: true }) suggestion: string | null;
  @ApiProperty({ description: 'False: told, and the row is taken all the same' }) refuses: boolean;
}

export class TakeoverFindingPageDto extends PageDto(TakeoverFindingDto) {}
