import { Injectable } from '@nestjs/common';
import { changeOf, rupiah } from '@tirtapay/domain';
import { Problem } from '../../../../platform/problem';
import { SellForOthers } from '../../ppob';
import type { BasketBody } from '../dto/basket.dto';
import { OwnShift, type SellingShift } from '../shifts/own-shift';
import type { BasketRow } from './basket-row';
import { BasketQueries } from './basket.queries';
import { PostWater } from './post-water.service';
import { assertBasket, basketFingerprint } from './read-basket';
import { SellLines } from './sell-lines.service';

/**
 * Sells a basket for cash: everything is priced, the cash must cover it, the water bills are posted together, the products
 * of others follow one by one. Its id is the browser's, so whoever repeats it, in a second window or after a reload, goes
 * on where it stopped or reads what was answered.
 */
@Injectable()
export class SellBasket {
  constructor(
    private readonly shifts: OwnShift,
    private readonly baskets: BasketQueries,
    private readonly water: PostWater,
    private readonly lines: SellLines,
    private readonly sales: SellForOthers,
  ) {}

  /** @throws Problem counter.shift_not_open, counter.cash_short with the total, counter.basket_in_progress, and refusals */
  async sell(body: BasketBody): Promise<{ readonly answer: string; readonly replayed: boolean }> {
    assertBasket(body);
    const standing = await this.baskets.find(body.id);
    if (standing !== null) return this.repeated(standing, body);
    const shift = await this.shifts.open();
    await this.assertCovered(body);
    if (!(await this.water.write(shift, body))) {
      const written = await this.baskets.find(body.id);
      // Somebody else's basket under this id, or the reference of another payment.
      if (written === null) throw new Problem('payment.reference_reused');
      return this.repeated(written, body);
    }
    return { answer: await this.goOn(body, shift), replayed: false };
  }

  private async repeated(
    basket: BasketRow,
    body: BasketBody,
  ): Promise<{ readonly answer: string; readonly replayed: boolean }> {
    if (basket.fingerprint !== basketFingerprint(body)) throw new Problem('payment.reference_reused');
    if (basket.answer !== null) return { answer: basket.answer, replayed: true };
    const shift = await this.shifts.named(basket.shift_id);
    await this.lines.claim(basket.id);
    return { answer: await this.goOn(body, shift), replayed: true };
  }

  /** Whatever goes wrong, the basket can be repeated at once. */
  private async goOn(body: BasketBody, shift: SellingShift): Promise<string> {
    try {
      const basket = await this.baskets.find(body.id);
      if (basket === null) throw new Error(`basket ${body.id} is not there`);
      return basket.answer ?? (await this.lines.finish(basket, shift, body.sales));
    } catch (error) {
      await this.lines.letGo(body.id);
      throw error;
    }
  }

  /** Before anything is sold; a line that cannot be priced refuses the basket and names itself. */
  private async assertCovered({ water, sales, cash_given: given }: BasketBody): Promise<void> {
    let total = water.reduce((sum, { amount }) => sum + amount, 0);
    for (const [line, body] of sales.entries())
      try {
        total += (await this.sales.price(body)).total;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        throw new Problem(error.code, {
          ...error.extras,
          members: { ...error.extras.members, sale_line: line },
        });
      }
    if (changeOf(rupiah(total), rupiah(given)) === null)
      throw new Problem('counter.cash_short', { members: { total } });
  }
}
