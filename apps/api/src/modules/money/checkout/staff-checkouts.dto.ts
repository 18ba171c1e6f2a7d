import { ApiProperty } from '@nestjs/swagger';
import { TextField } from '../../../platform/validation';

export class CancelCheckoutBody {
  @TextField({ min: 5, max: 200, description: 'Why; it stands in the trail' }) reason: string;
}

export class CheckoutClosedDto {
  @ApiProperty({
    description: 'Whether it takes no more money at the bank; else the bank is asked again until it says so',
  })
  closed_at_bank: boolean;
}

/** What the bank says of an account or code now. */
export const BANK_WORDS = ['OPEN', 'PAID', 'UNNAMED', 'GONE', 'ABSENT', 'UNKNOWN'] as const;

export class CheckoutAskedDto {
  @ApiProperty({
    enum: BANK_WORDS,
    description:
      'OPEN: it takes money. PAID: the payment is booked. UNNAMED: paid, under no reference yet. GONE: closed there. ABSENT: it never came to be. UNKNOWN: no usable answer',
  })
  bank_says: (typeof BANK_WORDS)[number];
}
