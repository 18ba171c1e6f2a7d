import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsString, MaxLength, ValidateNested } from 'class-validator';
import { BooleanField, IntegerField, ListField, TextField } from '../../../../../platform/validation';

const MOST_SIGNERS = 4;
const MOST_LINES = 3;
const LINE = 120;

export class SignerBody {
  @TextField({ max: 60, min: 0, description: 'Above the name', example: 'Mengetahui' }) heading: string;
  @TextField({ max: 100, min: 0, description: 'Empty leaves room to write it by hand' }) name: string;
  @TextField({ max: 100, min: 0, description: 'The office held', example: 'Direktur' }) title: string;
  @TextField({ max: 40, min: 0, description: 'Number of the employee' }) nik: string;
  @BooleanField({ description: 'Whether it is printed' }) shown: boolean;
}

class ReportLetterheadContent {
  @ListField(() => String, {
    maxItems: MOST_LINES,
    of: 'string',
    description: 'Lines under the name of the utility',
  })
  @ArrayMaxSize(MOST_LINES)
  @IsString({ each: true })
  @MaxLength(LINE, { each: true, context: { limit: LINE } })
  head_lines: string[];
  @TextField({ max: 60, min: 0, description: 'Where reports are signed', example: 'Kendari' }) place: string;
  @ListField(() => SignerBody, { maxItems: MOST_SIGNERS, description: 'From left to right' })
  @ValidateNested({ each: true })
  @Type(() => SignerBody)
  signers: SignerBody[];
}

export class SetReportLetterheadBody extends ReportLetterheadContent {
  @IntegerField({
    min: 0,
    max: 2_147_483_647,
    description: 'The version that was read; 0 where there was none',
  })
  version: number;
}

export class ReportLetterheadDto extends ReportLetterheadContent {
  @ApiProperty({ description: 'The report it is of' }) report: string;
  @ApiProperty({ description: 'The report has none of its own: this is that of all' }) inherited: boolean;
  @ApiProperty({ type: 'integer', description: 'Of its own; 0 where it has none' }) version: number;
}
