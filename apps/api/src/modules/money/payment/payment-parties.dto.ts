import { ApiProperty } from '@nestjs/swagger';

export class PaymentBankDto {
  @ApiProperty() id: number;
  @ApiProperty() code: string;
  @ApiProperty() name: string;
}

export class PaymentCustomerDto {
  @ApiProperty() id: number;
  @ApiProperty() customer_number: string;
  @ApiProperty() name: string;
}
