import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMinSize, IsObject, ValidateNested } from 'class-validator';
import { BASKET_STATES, MOST_BASKET_LINES, PUBLIC_PURCHASE_STATES, type BasketState } from '@tirtapay/domain';
import { ListField, RupiahField, UuidField } from '../../../../platform/validation';
import { BillNumbersField } from '../../../water/billing';
import { CustomerNumberField } from '../../../water/customers';
import { MOST_CASH } from './cash.dto';

export class BasketWaterBody {
  @CustomerNumberField() customer_number: string;
  @BillNumbersField({ description: 'The oldest N, oldest first' })
  @ArrayMinSize(1)
  bill_numbers: string[];
  @RupiahField({ description: 'As it was shown: bills, stamp duty and the fee of the counter' })
  amount: number;
}

export class BasketBody {
  @UuidField({ description: 'Made by the browser, once a basket: repeating it sells nothing twice' })
  id: string;
  @ListField(() => BasketWaterBody, { maxItems: MOST_BASKET_LINES })
  @ValidateNested({ each: true })
  @Type(() => BasketWaterBody)
  water: BasketWaterBody[];
  @ListField(() => Object, {
    maxItems: MOST_BASKET_LINES,
    description: 'Each a body of POST /ppob/transactions without ref_id and payment',
  })
  @IsObject({ each: true })
  sales: Record<string, unknown>[];
  @RupiahField({ max: MOST_CASH, description: 'What the customer put down' }) cash_given: number;
}

export class BasketWaterDto {
  @ApiProperty({ type: 'integer' }) payment_id: number;
  @ApiProperty() receipt_number: string;
  @ApiProperty({ description: 'Opens the receipt without signing in' }) receipt_token: string;
  @ApiProperty() customer_number: string;
  @ApiProperty() customer_name: string;
  @ApiProperty({ type: [String] }) bill_numbers: string[];
  @ApiProperty({ type: 'integer' }) total_amount: number;
}

export class BasketSaleDto {
  @ApiProperty({ type: 'integer', nullable: true, description: 'Null when it was refused' })
  sale_id: number | null;
  @ApiProperty() service_code: string;
  @ApiProperty() customer_name: string;
  @ApiProperty({
    enum: [...PUBLIC_PURCHASE_STATES, 'REFUSED'],
    description:
      'REFUNDED: handed back with the change; FAILED: still to be handed back; REFUSED: nothing was taken',
  })
  status: string;
  @ApiProperty({ type: 'integer' }) total_amount: number;
  @ApiProperty({ type: String, nullable: true }) code: string | null;
  @ApiProperty({ type: String, nullable: true }) receipt_number: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Error code of a refusal' }) refused:
    string | null;
  @ApiProperty({ type: String, nullable: true }) message: string | null;
}

export class BasketDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer' }) shift_id: number;
  @ApiProperty({
    enum: BASKET_STATES,
    description: 'SELLING: its water bills stand, its sales are not through; repeat it under the same id',
  })
  status: BasketState;
  @ApiProperty() created_at: string;
  @ApiProperty({ type: [BasketWaterDto] }) water: BasketWaterDto[];
  @ApiProperty({ type: [BasketSaleDto] }) sales: BasketSaleDto[];
  @ApiProperty({ type: 'integer' }) cash_given: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'What stays in the drawer; null while SELLING',
  })
  taken: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'What the customer gets back' })
  change: number | null;
}
