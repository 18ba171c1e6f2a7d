import type { RowOf } from '../../../../platform/database';
import type { Basket } from '../entities/basket.entity';

export type BasketRow = RowOf<
  Basket,
  | 'id'
  | 'shiftId'
  | 'fingerprint'
  | 'waterLines'
  | 'saleLines'
  | 'waterAmount'
  | 'cashGiven'
  | 'createdAt'
  | 'answer'
>;

export const BASKET_COLUMNS =
  'id, shift_id, fingerprint, water_lines, sale_lines, water_amount, cash_given, created_at, answer';
