import { Injectable } from '@nestjs/common';
import { basketPaymentReference, basketSaleReference } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { currentStaff } from '../../../../platform/context';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type { BasketDto, BasketSaleDto, BasketWaterDto } from '../dto/basket.dto';
import { BASKET_COLUMNS, type BasketRow } from './basket-row';

interface SaleRow extends Omit<BasketSaleDto, 'refused'> {
  readonly ref_id: string;
}

/** Reads baskets on the money pool: what was just sold is seen. */
@Injectable()
export class BasketQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One that the reader sold; null when there is none. */
  async find(id: string): Promise<BasketRow | null> {
    const [row] = await this.database.read<BasketRow & Record<string, unknown>>(
      `SELECT ${BASKET_COLUMNS} FROM keranjang_loket
       WHERE id = $1 AND EXISTS (SELECT FROM shift_kas s WHERE s.id = shift_id AND s.cashier_id = $2)`,
      [id, currentStaff().id],
    );
    return row ?? null;
  }

  /** As it was answered, or as it stands. @throws Problem counter.basket_not_found */
  async answer(id: string): Promise<string> {
    const basket = await this.find(id);
    if (basket === null) throw new Problem('counter.basket_not_found');
    return basket.answer ?? JSON.stringify(await this.standing(basket));
  }

  /** What is sold of a basket so far. */
  async standing(basket: BasketRow): Promise<BasketDto> {
    return {
      id: basket.id,
      shift_id: basket.shift_id,
      status: 'SELLING',
      created_at: this.clock.textOf(basket.created_at),
      water: await this.water(basket),
      sales: (await this.sales(basket)).flatMap((sale) => (sale === null ? [] : [sale])),
      cash_given: basket.cash_given,
      taken: null,
      change: null,
    };
  }

  water({ id, shift_id: shiftId, water_lines: lines }: BasketRow): Promise<BasketWaterDto[]> {
    const references = places(lines).map((place) => basketPaymentReference(id, place));
    return this.database.read<BasketWaterDto & Record<string, unknown>>(
      `SELECT p.id AS payment_id, k.receipt_number, k.token AS receipt_token, c.customer_number, c.name AS customer_name,
         ARRAY(SELECT b.bill_number FROM pembayaran_alokasi a JOIN tagihan b ON b.id = a.bill_id WHERE a.payment_id = p.id
               ORDER BY b.due_date, b.bill_number) AS bill_numbers, p.amount + p.admin_fee AS total_amount
       FROM pembayaran p JOIN kwitansi k ON k.payment_id = p.id JOIN pelanggan c ON c.id = p.customer_id
       WHERE p.shift_id = $1 AND p.bank_reference = ANY ($2) ORDER BY array_position($2, p.bank_reference)`,
      [shiftId, references],
    );
  }

  /** By line; null where nothing was sold (yet). */
  async sales({ id, shift_id: shiftId, sale_lines: lines }: BasketRow): Promise<(BasketSaleDto | null)[]> {
    const references = places(lines).map((place) => basketSaleReference(id, place));
    const rows = await this.database.read<SaleRow & Record<string, unknown>>(
      `SELECT t.ref_id, t.id AS sale_id, s.code AS service_code, t.customer_name,
         CASE WHEN t.status IN ('SUCCESS', 'FAILED', 'REFUNDED') THEN t.status ELSE 'PENDING' END AS status,
         t.principal + t.admin_fee AS total_amount, t.code, k.receipt_number, t.message
       FROM transactions t JOIN services s ON s.id = t.service_id
       LEFT JOIN kwitansi k ON k.sale_id = t.id OR k.payment_id = t.payment_id
       WHERE t.shift_id = $1 AND t.ref_id = ANY ($2)`,
      [shiftId, references],
    );
    return references.map((reference) => {
      const row = rows.find(({ ref_id: found }) => found === reference);
      if (row === undefined) return null;
      const { ref_id: _reference, ...sale } = row;
      return { ...sale, refused: null };
    });
  }
}

function places(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
