import { ApiProperty } from '@nestjs/swagger';
import { TextField } from '../../../../platform/validation';

export class CounterSearchQuery {
  @TextField({
    min: 2,
    max: 64,
    description: 'Customer number, earlier number, bill number (its barcode), account number, meter, or name',
  })
  q: string;
}

export class CounterCustomerDto {
  @ApiProperty() customer_number: string;
  @ApiProperty() name: string;
  @ApiProperty() address: string;
  @ApiProperty({ type: 'integer', description: 'How many sheets are open' }) open_bills: number;
}

export class CounterCustomersDto {
  @ApiProperty({ type: [CounterCustomerDto], description: 'At most ten' }) data: CounterCustomerDto[];
  @ApiProperty({ description: 'Found by a number that is one customer’s alone' }) exact: boolean;
}

export class CounterSheetDto {
  @ApiProperty() bill_number: string;
  @ApiProperty() period: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What it is for, when it is no water of a month',
  })
  title: string | null;
  @ApiProperty({ type: 'integer' }) usage_m3: number;
  @ApiProperty() due_date: string;
  @ApiProperty({ type: 'integer' }) principal: number;
  @ApiProperty({ type: 'integer', description: 'Less what a programme forgives' }) penalty: number;
  @ApiProperty({ type: 'integer', description: 'What a programme forgives of the penalty' }) waived: number;
  @ApiProperty({ type: String, nullable: true }) waiver_programme: string | null;
  @ApiProperty({ type: 'integer' }) total: number;
}

export class CounterSheetsDto {
  @ApiProperty({ type: CounterCustomerDto }) customer: CounterCustomerDto;
  @ApiProperty({ type: [CounterSheetDto], description: 'Oldest first; the oldest N may be paid' })
  sheets: CounterSheetDto[];
  @ApiProperty({
    type: 'integer',
    description: 'Money of the customer that pays for nothing yet; not taken off the sheets',
  })
  credit: number;
  @ApiProperty({ type: 'integer', description: 'Of the counter, a payment' }) admin_fee: number;
  @ApiProperty({
    type: [Number],
    description: 'What the oldest 1, 2, … N cost together: bills, stamp duty and fee',
  })
  totals: number[];
}
