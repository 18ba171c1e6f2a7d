import { ApiProperty } from '@nestjs/swagger';

export class CreditCaseDto {
  @ApiProperty() case_id: number;
  @ApiProperty({ description: 'As the kind of the case' }) kind: string;
  @ApiProperty() remaining: number;
  @ApiProperty({ format: 'date-time' }) opened_at: string;
  @ApiProperty({ type: Number, nullable: true, description: 'A refund that waits for a second person' })
  pending_approval_id: number | null;
}

export class CustomerCreditDto {
  @ApiProperty({ description: 'Rupiah of the customer that pay for nothing yet' }) balance: number;
  @ApiProperty({ type: [CreditCaseDto], description: 'Where it is held, oldest first' })
  cases: CreditCaseDto[];
}
