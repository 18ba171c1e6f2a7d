import { ApiProperty } from '@nestjs/swagger';
import { PUBLIC_PURCHASE_STATES, PURCHASE_TRANSITIONS, statesOf } from '@tirtapay/domain';

export class SaleStepDto {
  @ApiProperty({ enum: statesOf(PURCHASE_TRANSITIONS) }) status: string;
  @ApiProperty() at: string;
  @ApiProperty({ type: String, nullable: true }) message: string | null;
}

export class SaleJournalLineDto {
  @ApiProperty() event: string;
  @ApiProperty() account: string;
  @ApiProperty() account_name: string;
  @ApiProperty({ type: 'integer' }) debit: number;
  @ApiProperty({ type: 'integer' }) credit: number;
}

export class SaleSellerDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() name: string;
  @ApiProperty({ enum: ['PARTNER', 'COUNTER'] }) kind: string;
}

export class SaleSupplierDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() code: string;
  @ApiProperty() name: string;
}

/** A sale as the house knows it. */
export class SaleStoryDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ enum: PUBLIC_PURCHASE_STATES, description: 'As it stands now' }) status: string;
  @ApiProperty({ enum: statesOf(PURCHASE_TRANSITIONS), description: 'Where it is on its way' }) stage: string;
  @ApiProperty({ type: SaleSellerDto }) seller: SaleSellerDto;
  @ApiProperty({ type: SaleSupplierDto, nullable: true, description: 'null for a water bill of ours' })
  supplier: SaleSupplierDto | null;
  @ApiProperty({ description: 'Our name for it at the supplier' }) supplier_ref: string;
  @ApiProperty({ type: String, nullable: true }) sku: string | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'What the supplier took; null before delivery',
  })
  cost: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Principal less cost' }) margin: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Of a water bill of ours' })
  payment_id: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'When that payment was reversed' })
  reversed_at: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'When the supplier is asked again' })
  next_check_at: string | null;
  @ApiProperty({ type: 'integer', description: 'How often it was asked again' }) checks: number;
  @ApiProperty({ type: [SaleStepDto], description: 'Oldest first' }) steps: SaleStepDto[];
  @ApiProperty({ type: [SaleJournalLineDto] }) journal: SaleJournalLineDto[];
}
