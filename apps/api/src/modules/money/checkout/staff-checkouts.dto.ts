import { ApiProperty } from '@nestjs/swagger';
import { TextField } from '../../../platform/validation';
import { BANK_WORDS, type Asked } from './checkout-bank.service';

export class CancelCheckoutBody {
  @TextField({ min: 5, max: 500, description: 'Why; it stands in the trail' }) reason: string;
}

export class CheckoutClosedDto {
  @ApiProperty({
    description: 'Whether it takes no more money at the bank; else the bank is asked again until it says so',
  })
  closed_at_bank: boolean;
}

export class CheckoutAskedDto {
  @ApiProperty({
    enum: BANK_WORDS,
    description:
      'OPEN: it takes money. PAID: the payment is booked. UNNAMED: paid, under no reference yet or at a bank that is not live. GONE: closed there. ABSENT: it never came to be. UNKNOWN: no usable answer',
  })
  bank_says: Asked;
}
