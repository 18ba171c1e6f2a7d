import { ApiProperty } from '@nestjs/swagger';

const WAS = ['ESTIMATED', 'MISSED', 'READ'] as const;

export class SpreadMonthDto {
  @ApiProperty({ example: '2025-10' }) period: string;
  @ApiProperty() usage_m3: number;
  @ApiProperty({ description: 'With water' }) days: number;
  @ApiProperty({ enum: WAS, description: 'ESTIMATED, MISSED: until now. READ: the month of the reading' })
  was: (typeof WAS)[number];
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Rupiah, by the tariff of its own month; null when nothing prices it',
  })
  total: number | null;
  @ApiProperty({ type: 'integer', description: 'What its estimate came to; 0 unless it was ESTIMATED' })
  billed: number;
}

export class ReadingSpreadDto {
  @ApiProperty({
    type: [SpreadMonthDto],
    description: 'Each priced in its own month once the reading is verified; empty when it settles nothing',
  })
  months: SpreadMonthDto[];
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Of all of them, without what estimates have billed; null without months or a price',
  })
  total: number | null;
}
