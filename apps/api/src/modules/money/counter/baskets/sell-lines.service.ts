import { Injectable, Logger } from '@nestjs/common';
import { basketSaleReference, rupiah, settleBasket } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { SellForOthers, type Seller } from '../../ppob';
import { CASES } from '../counter-cases';
import type { BasketDto, BasketSaleDto } from '../dto/basket.dto';
import type { SellingShift } from '../shifts/own-shift';
import type { BasketRow } from './basket-row';
import { BasketQueries } from './basket.queries';
import { BUSY_MILLISECONDS } from './post-water.service';

/** Nobody knows what became of it: the basket is not over, and is repeated under its id. */
const UNCERTAIN: ReadonlySet<string> = new Set([
  'ppob.in_progress',
  'service.unavailable',
  'payment.outcome_unknown',
  'payment.in_progress',
  'request.outcome_unknown',
]);

/** The products of others in a basket, one after the other, each under its own reference; then the change. */
@Injectable()
export class SellLines {
  private readonly logger = new Logger('counter');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sales: SellForOthers,
    private readonly baskets: BasketQueries,
  ) {}

  /** Takes an unfinished basket for this call. @throws Problem counter.basket_in_progress */
  async claim(id: string): Promise<void> {
    const now = this.clock.now();
    const claimed = await this.database.write(
      `UPDATE keranjang_loket SET busy_until = $2 WHERE id = $1 AND finished_at IS NULL AND (busy_until IS NULL OR busy_until <= $3)
       RETURNING id`,
      [id, new Date(now + BUSY_MILLISECONDS), new Date(now)],
    );
    if (claimed.length === 0) throw new Problem('counter.basket_in_progress', { retryAfter: 1 });
  }

  /** Lets the next call go on where this one stopped. */
  async letGo(id: string): Promise<void> {
    await this.database
      .write('UPDATE keranjang_loket SET busy_until = NULL WHERE id = $1 AND finished_at IS NULL', [id])
      .catch((error: unknown) => {
        this.logger.warn(`basket ${id}: ${String(error)}`);
      });
  }

  /** Sells what is left of it and settles it. @returns the answer, which is its answer for ever */
  async finish(
    basket: BasketRow,
    shift: SellingShift,
    lines: readonly Record<string, unknown>[],
  ): Promise<string> {
    const sales = await this.sell(basket, shift, lines);
    const { taken, change } = settleBasket({
      given: rupiah(basket.cash_given),
      water: rupiah(basket.water_amount),
      sales: sales
        .filter(({ status }) => status !== 'REFUSED')
        .map(({ total_amount: total, status }) => ({
          total: rupiah(total),
          handedBack: status === 'REFUNDED',
        })),
    });
    const standing = await this.baskets.standing(basket);
    const answer = JSON.stringify({ ...standing, status: 'DONE', sales, taken, change } satisfies BasketDto);
    const at = this.clock.date();
    await this.database.transaction(async (tx) => {
      await tx.query(
        `UPDATE keranjang_loket SET taken = $2, change = $3, answer = $4, finished_at = $5, busy_until = NULL
         WHERE id = $1 AND finished_at IS NULL`,
        [basket.id, taken, change, answer, at],
      );
      await CASES.settle(
        tx,
        { type: 'shift_kas', id: basket.shift_id, about: basket.id },
        'basket.finished',
        at,
      );
    });
    return answer;
  }

  private async sell(
    basket: BasketRow,
    shift: SellingShift,
    lines: readonly Record<string, unknown>[],
  ): Promise<BasketSaleDto[]> {
    const seller: Seller = {
      id: shift.drawer.id,
      series: shift.drawer.series,
      kind: 'COUNTER',
      shift: shift.key,
    };
    const sold: BasketSaleDto[] = [];
    for (const [index, line] of lines.entries()) {
      await this.renew(basket.id);
      const left =
        basket.cash_given -
        basket.water_amount -
        sold.reduce(
          (sum, { status, total_amount: total }) =>
            sum + (status === 'REFUSED' || status === 'REFUNDED' ? 0 : total),
          0,
        );
      sold.push(await this.sellOne(basket, seller, line, index, left));
    }
    return sold;
  }

  /** A line that was refused took nothing; one that failed is handed back at once, the customer is still here. */
  private async sellOne(
    basket: BasketRow,
    seller: Seller & { kind: 'COUNTER' },
    line: Record<string, unknown>,
    index: number,
    left: number,
  ): Promise<BasketSaleDto> {
    const reference = basketSaleReference(basket.id, index + 1);
    try {
      await this.sales.sell(seller, { ...line, ref_id: reference }, left);
    } catch (error) {
      if (!(error instanceof Problem) || UNCERTAIN.has(error.code)) throw error;
      return {
        sale_id: null,
        service_code: written(line.service_code),
        customer_name: written(line.customer_name),
        status: 'REFUSED',
        total_amount: 0,
        code: null,
        receipt_number: null,
        refused: error.code,
        message: null,
      };
    }
    const sale = (await this.baskets.sales(basket))[index];
    if (sale === null || sale?.sale_id == null) throw new Error(`a sale of basket ${basket.id} is not there`);
    if (sale.status !== 'FAILED') return sale;
    try {
      await this.sales.handBack(sale.sale_id, seller.id, seller.shift);
      return { ...sale, status: 'REFUNDED' };
    } catch (error) {
      // Its shift was closed meanwhile: it stays held, and its case stays open.
      if (error instanceof Problem && !UNCERTAIN.has(error.code)) return sale;
      throw error;
    }
  }

  private async renew(id: string): Promise<void> {
    await this.database.write(
      'UPDATE keranjang_loket SET busy_until = $2 WHERE id = $1 AND finished_at IS NULL',
      [id, new Date(this.clock.now() + BUSY_MILLISECONDS)],
    );
  }
}

/** As it was typed; it was read once already, when it was priced. */
function written(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
