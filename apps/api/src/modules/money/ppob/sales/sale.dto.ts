import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PPOB_SERVICE_CODES, PUBLIC_PURCHASE_STATES } from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';

export class InvoiceLineDto {
  @ApiProperty() label: string;
  @ApiProperty() value: string;
}

export class InvoiceDto {
  @ApiProperty() title: string;
  @ApiProperty({ description: 'Exactly as the specification prints it' }) text: string;
  @ApiProperty({ type: [InvoiceLineDto] }) lines: InvoiceLineDto[];
}

export class PaidWaterBillDto {
  @ApiProperty() customer_number: string;
  @ApiProperty() bill_number: string;
  @ApiProperty({ type: 'integer' }) bill_principal: number;
  @ApiProperty({ type: 'integer' }) penalty: number;
  @ApiProperty({ type: 'integer' }) stamp_duty: number;
}

/** Beside these, the fields of the service as they were ordered. */
export class SaleDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ type: String, nullable: true }) ref_id: string | null;
  @ApiProperty({ enum: PUBLIC_PURCHASE_STATES }) status: string;
  @ApiProperty({ enum: PPOB_SERVICE_CODES }) service_code: string;
  @ApiProperty() customer_name: string;
  @ApiProperty({ type: 'integer' }) principal: number;
  @ApiProperty({ type: 'integer' }) admin_fee: number;
  @ApiProperty({ type: 'integer' }) total_amount: number;
  @ApiProperty({ type: String, nullable: true, description: 'Token or voucher, in groups of four' }) code:
    string | null;
  @ApiProperty({ type: PaidWaterBillDto, nullable: true, description: 'Of a water bill of ours' })
  bill: PaidWaterBillDto | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What the supplier says while it is not delivered',
  })
  message: string | null;
  @ApiProperty({ type: String, nullable: true }) receipt_number: string | null;
  @ApiProperty() created_at: string;
  @ApiProperty({ type: String, nullable: true }) finished_at: string | null;
  @ApiProperty({ type: InvoiceDto, nullable: true, description: 'null until SUCCESS' })
  invoice: InvoiceDto | null;
  @ApiPropertyOptional({
    description:
      'When the payment of a water bill of ours was reversed; its money went back to where it came from',
  })
  reversed_at?: string;
}

export class SaleRowDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ type: 'integer' }) collector_id: number;
  @ApiProperty() collector_name: string;
  @ApiProperty({ type: String, nullable: true }) ref_id: string | null;
  @ApiProperty({ enum: PPOB_SERVICE_CODES }) service_code: string;
  @ApiProperty() customer_name: string;
  @ApiProperty({ type: 'integer' }) principal: number;
  @ApiProperty({ type: 'integer' }) admin_fee: number;
  @ApiProperty({ type: 'integer' }) total_amount: number;
  @ApiProperty({ enum: PUBLIC_PURCHASE_STATES }) status: string;
  @ApiProperty({ type: String, nullable: true }) receipt_number: string | null;
  @ApiProperty() created_at: string;
}

export class SalePageDto extends PageDto(SaleRowDto) {}

export class ServiceFieldDto {
  @ApiProperty() name: string;
  @ApiProperty() kind: string;
  @ApiProperty() label: string;
}

export class PpobServiceDto {
  @ApiProperty({ enum: PPOB_SERVICE_CODES }) service_code: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: 'integer' }) admin_fee: number;
  @ApiProperty() active: boolean;
  @ApiProperty({ type: 'integer', description: 'Of the switch and the fee' }) version: number;
  @ApiProperty({ type: [ServiceFieldDto] }) fields: ServiceFieldDto[];
  @ApiProperty({ enum: ['INQUIRY', 'PRICE_LIST'], description: 'Where its principal comes from' })
  priced_by: string;
  @ApiProperty({
    type: [String],
    description: 'What the variants of its prices are made of, in this order and joined by a slash',
  })
  variant_of: string[];
  @ApiProperty({
    enum: ['TOKEN', 'VOUCHER', null],
    nullable: true,
    type: String,
    description: 'What is handed over',
  })
  delivers: string | null;
}

export class PpobServicesDto {
  @ApiProperty({ type: [PpobServiceDto] }) data: PpobServiceDto[];
}

export class PpobPriceDto {
  @ApiProperty({ enum: PPOB_SERVICE_CODES }) service_code: string;
  @ApiProperty({ description: 'Operator, package, merchant, … as ordered; empty where there is none' })
  variant: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'null: the supplier says what is owed' })
  price: number | null;
  @ApiProperty({ type: 'integer' }) admin_fee: number;
}

export class PpobPricesDto {
  @ApiProperty({ type: [PpobPriceDto] }) data: PpobPriceDto[];
}
