import {
  moveMonths,
  moveRefusal,
  usualOfAll,
  type CustomerState,
  type MoveMonths,
  type Period,
} from '@tirtapay/domain';
import type { ImmovableDto } from './dto/move.dto';

/** A customer as a move finds it. */
export interface MovableCustomer {
  readonly id: number;
  readonly customer_number: string;
  readonly name: string;
  readonly state: CustomerState;
  readonly version: number;
  readonly region_id: number;
  readonly region: string;
  readonly route_id: number;
  readonly route: string;
  /** The month the last move counted from. */
  readonly moved: Period | null;
}

export interface PlannedMove {
  readonly moving: readonly MovableCustomer[];
  readonly there: number;
  readonly closed: number;
  readonly from: Period;
  readonly months: MoveMonths;
  readonly billed: readonly ImmovableDto[];
}

/** Who moves, from which month on, and of whom that month is billed already. */
export function planMove(
  customers: readonly MovableCustomer[],
  routeId: number,
  issued: ReadonlyMap<number, Period>,
  running: Period,
  asked?: Period,
): PlannedMove {
  const served = customers.filter(({ state }) => state !== 'NONAKTIF');
  const moving = served.filter((customer) => customer.route_id !== routeId);
  const each = moving.map((customer) => ({
    customer,
    months: moveMonths({ issued: issued.get(customer.id) ?? null, moved: customer.moved }, running),
  }));
  const earliest = each.reduce<Period | null>(
    (latest, { months }) =>
      months.earliest !== null && (latest === null || months.earliest > latest) ? months.earliest : latest,
    null,
  );
  const usual = earliest !== null && earliest > running ? earliest : running;
  const from =
    asked ??
    usualOfAll(
      each.map(({ months }) => months),
      running,
    );
  return {
    moving,
    there: served.length - moving.length,
    closed: customers.length - served.length,
    from,
    months: { earliest, usual },
    billed: each.flatMap(({ customer: { id, customer_number, name }, months }) =>
      moveRefusal(from, months) === 'BILLED'
        ? [{ id, customer_number, name, earliest: months.earliest ?? running }]
        : [],
    ),
  };
}
