import { Injectable } from '@nestjs/common';
import { TakenAlready } from '../../../water/customers';
import { PricedMeters } from '../../../water/tariffs';

/** What rows of customers are put against besides each other: who is there already, and what can be billed. */
@Injectable()
export class TakeoverChecks {
  constructor(
    readonly taken: TakenAlready,
    readonly priced: PricedMeters,
  ) {}
}
