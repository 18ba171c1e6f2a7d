import { ApiProperty } from '@nestjs/swagger';
import { REPORT_CELLS, REPORT_GROUPS, REPORT_LAYOUTS, REPORT_PARAMETERS } from './report';

export class ReportChoiceDto {
  @ApiProperty() value: string;
  @ApiProperty() title: string;
}

export class ReportParameterDto {
  @ApiProperty() name: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: REPORT_PARAMETERS }) kind: string;
  @ApiProperty({ description: 'Without it the report is of everything' }) optional: boolean;
  @ApiProperty({ type: [ReportChoiceDto], description: 'Of CHOICE' }) choices: readonly ReportChoiceDto[];
}

export class ReportSummaryDto {
  @ApiProperty() key: string;
  @ApiProperty({ enum: REPORT_GROUPS }) group: string;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'What is counted and what is not' }) about: string;
  @ApiProperty({ type: [ReportParameterDto] }) parameters: ReportParameterDto[];
}

export class ReportColumnDto {
  @ApiProperty() key: string;
  @ApiProperty() title: string;
  @ApiProperty({
    enum: REPORT_CELLS,
    description:
      'COUNT, VOLUME, RUPIAH and DIFFERENCE are added up in `totals`; PERCENT and AVERAGE are of the sums there',
  })
  cell: string;
  @ApiProperty({ description: 'Its values are numbers, which stand right' }) numeric: boolean;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Of WORD: what people read for each code',
  })
  words: Record<string, string>;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The list behind a figure: each `{name}` is a value of the row or a parameter',
  })
  link: string | null;
}

export class ReportSideDto {
  @ApiProperty() title: string;
  @ApiProperty() sql: string;
}

export class ReportChartDto {
  @ApiProperty({ description: 'The column whose values stand below' }) by: string;
  @ApiProperty({ type: [String], description: 'The columns that are drawn' }) of: readonly string[];
}

export class ReportDto {
  @ApiProperty() key: string;
  @ApiProperty() title: string;
  @ApiProperty() about: string;
  @ApiProperty({ enum: REPORT_LAYOUTS }) layout: string;
  @ApiProperty({ description: 'When it was read' }) as_of: string;
  @ApiProperty({ type: [ReportColumnDto] }) columns: ReportColumnDto[];
  @ApiProperty({ description: 'Its rows are single things, which are numbered' }) numbered: boolean;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Rows with one value in this column stand together',
  })
  group_by: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The value of the rows that tells groups of one name in `group_by` apart',
  })
  group_key: string | null;
  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'One object a row, by the keys of the columns; of a long report the first 1,000',
  })
  rows: readonly object[];
  @ApiProperty({ type: 'integer', description: 'Of all rows, also of those that are only in the files' })
  row_count: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'number', nullable: true },
    description: 'Of all rows, by the keys of the columns that are added up or worked out of sums',
  })
  totals: object;
  @ApiProperty({ type: ReportChartDto, nullable: true }) chart: ReportChartDto | null;
  @ApiProperty({ type: [ReportSideDto], description: 'The statements whose figures must agree' })
  sides: ReportSideDto[];
}
