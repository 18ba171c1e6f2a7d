import { ApiProperty } from '@nestjs/swagger';
import { IntegerField, TextField } from '../../../../platform/validation';
import { CustomerNumberField } from '../../../water/customers';

const MOST_BILLS = 120;

export class CounterCheckoutBody {
  @CustomerNumberField() customer_number: string;
  @TextField({ max: 12, description: 'Whose QRIS' }) bank_code: string;
  @IntegerField({ optional: true, min: 1, max: MOST_BILLS, description: 'Only the oldest N bills' })
  bill_count?: number;
}

export class CounterBankDto {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
}

export class CounterBanksDto {
  @ApiProperty({ type: [CounterBankDto] }) data: CounterBankDto[];
}
