import { Injectable } from '@nestjs/common';
import { SellForOthers } from '../../ppob';
import type { HandedBackDto } from '../dto/reversal.dto';
import { OwnShift } from '../shifts/own-shift';

/** A sale whose supplier refused it when the customer had gone: paid back when they return, out of the same drawer. */
@Injectable()
export class HandBackSale {
  constructor(
    private readonly shifts: OwnShift,
    private readonly sales: SellForOthers,
  ) {}

  /** @throws Problem counter.shift_not_open, ppob.not_found, counter.sale_not_failed */
  async handBack(saleId: number): Promise<HandedBackDto> {
    const { drawer, key } = await this.shifts.open();
    return { sale_id: saleId, amount: await this.sales.handBack(saleId, drawer.id, key) };
  }
}
