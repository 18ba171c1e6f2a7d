import { ApiProperty } from '@nestjs/swagger';
import { REPORT_CELLS, REPORT_LAYOUTS, REPORT_PARAMETERS } from './report';

export class ReportParameterDto {
  @ApiProperty() name: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: REPORT_PARAMETERS }) kind: string;
}

export class ReportSummaryDto {
  @ApiProperty() key: string;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'What is counted and what is not' }) about: string;
  @ApiProperty({ type: [ReportParameterDto] }) parameters: ReportParameterDto[];
}

export class ReportColumnDto {
  @ApiProperty() key: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: REPORT_CELLS, description: 'COUNT and RUPIAH are added up in `totals`' }) cell: string;
}

export class ReportDto extends ReportSummaryDto {
  @ApiProperty({ enum: REPORT_LAYOUTS }) layout: string;
  @ApiProperty({ description: 'When it was read' }) as_of: string;
  @ApiProperty({ type: [ReportColumnDto] }) columns: ReportColumnDto[];
  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'One object a row, by the keys of the columns',
  })
  rows: object[];
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'By the keys of the columns that are added up',
  })
  totals: Record<string, number>;
}
