import { ApiProperty } from '@nestjs/swagger';
import { PPOB_SERVICE_CODES } from '@tirtapay/domain';
import { PaidWaterBillDto } from '../sales/sale.dto';

export const QUOTE_SOURCES = ['OUR_BILL', 'SUPPLIER', 'PRICE_LIST'] as const;

export class QuotedFieldDto {
  @ApiProperty() name: string;
  @ApiProperty({ description: 'As the form and the invoice name it' }) label: string;
  @ApiProperty({ type: String, description: 'In the form it is stored and printed in' }) value: string;
}

/** What would be asked for if it were sold now; nothing is held, and the sale asks again. */
export class PpobQuoteDto {
  @ApiProperty({ enum: PPOB_SERVICE_CODES }) service_code: string;
  @ApiProperty() service_name: string;
  @ApiProperty() customer_name: string;
  @ApiProperty({ type: [QuotedFieldDto] }) fields: QuotedFieldDto[];
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Whose account it is, by who knows: our own books, or the supplier',
  })
  account_name: string | null;
  @ApiProperty({ type: 'integer' }) principal: number;
  @ApiProperty({ type: 'integer' }) admin_fee: number;
  @ApiProperty({ type: 'integer' }) total_amount: number;
  @ApiProperty({ enum: QUOTE_SOURCES, description: 'Where the principal comes from' })
  source: (typeof QUOTE_SOURCES)[number];
  @ApiProperty({
    enum: ['TOKEN', 'VOUCHER', null],
    nullable: true,
    type: String,
    description: 'What is handed over',
  })
  delivers: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What a bill of ours is for that is no water' })
  bill_title: string | null;
  @ApiProperty({ type: PaidWaterBillDto, nullable: true, description: 'Of a water bill of ours' })
  bill: PaidWaterBillDto | null;
}
