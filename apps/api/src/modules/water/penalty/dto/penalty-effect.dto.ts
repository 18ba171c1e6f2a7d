import { ApiProperty } from '@nestjs/swagger';

export class PenaltyExampleDto {
  @ApiProperty() days_late: number;
  @ApiProperty({ description: 'By the rules in force' }) current: number;
  @ApiProperty({ description: 'With the proposal' }) proposed: number;
}

export class PenaltyArrearsEffectDto {
  @ApiProperty({ description: 'Bills overdue today in these categories' }) bills: number;
  @ApiProperty({ description: 'Only the newest of them were looked at' }) limited: boolean;
  @ApiProperty({ description: 'What such bills bear by the rules in force' }) current: number;
  @ApiProperty({ description: 'What such bills would bear with the proposal' }) proposed: number;
  @ApiProperty({ description: 'Of them: those that would bear more' }) raised: number;
  @ApiProperty({ description: 'Of them: those that would bear less' }) lowered: number;
}

export class PenaltyEffectDto {
  @ApiProperty({ type: String, nullable: true }) last_issued_period: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The earliest period a policy may begin with; null: any, because no bill was ever issued',
  })
  first_period: string | null;
  @ApiProperty({ description: 'Whether it may begin where it says' }) may_begin: boolean;
  @ApiProperty({ description: 'The most one bill can ever bear under it' }) most_per_bill: number;
  @ApiProperty({ description: 'The most any policy may ask of a bill' }) ceiling: number;
  @ApiProperty({ description: 'Drafts that would be issued under it' }) drafts: number;
  @ApiProperty({ description: 'Mean principal of recent bills, for the examples' }) example_principal: number;
  @ApiProperty({ type: [PenaltyExampleDto] }) examples: PenaltyExampleDto[];
  @ApiProperty({
    type: PenaltyArrearsEffectDto,
    description: 'Bills like those overdue today. These themselves keep their rule.',
  })
  arrears: PenaltyArrearsEffectDto;
}
