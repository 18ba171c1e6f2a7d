import { randomUUID } from 'node:crypto';
import type { Answer, HttpCaller } from './http-caller';
import type { TestApp } from './test-app';
import type { StaffName } from './staff';

export interface DeskBasket {
  readonly id: string;
  readonly shift_id: number;
  readonly status: string;
  readonly water: readonly {
    readonly payment_id: number;
    readonly receipt_number: string;
    readonly customer_number: string;
    readonly total_amount: number;
  }[];
  readonly sales: readonly {
    readonly sale_id: number | null;
    readonly status: string;
    readonly total_amount: number;
    readonly code: string | null;
    readonly refused: string | null;
  }[];
  readonly cash_given: number;
  readonly taken: number | null;
  readonly change: number | null;
}

export interface DeskShift {
  readonly id: number;
  readonly state: string;
  readonly expected: number | null;
  readonly difference: number | null;
  readonly closing_count: number | null;
  readonly approval_id: number | null;
  readonly handed_to: number | null;
  readonly cash: Readonly<Record<string, number>> | null;
  readonly entries: readonly { readonly kind: string; readonly amount: number; readonly undone: boolean }[];
}

export interface DeskProblem {
  readonly code: string;
  readonly total?: number;
  readonly difference?: number;
  readonly line?: number;
  readonly sale_line?: number;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

interface Sheets {
  readonly sheets: readonly { readonly bill_number: string; readonly total: number }[];
  readonly totals: readonly number[];
}

/** An amount in notes and coins. */
export function pieces(amount: number): { denomination: number; pieces: number }[] {
  let rest = amount;
  return [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50].flatMap((denomination) => {
    const count = Math.floor(rest / denomination);
    rest -= count * denomination;
    return count === 0 ? [] : [{ denomination, pieces: count }];
  });
}

let made = 0;

/** A cashier at a drawer with a float in it. */
export class CounterDesk {
  private constructor(
    readonly caller: HttpCaller,
    readonly drawerId: number,
    readonly code: string,
  ) {}

  static async at(app: TestApp, cashier: StaffName = 'kasir', float = 500_000): Promise<CounterDesk> {
    const admin = await app.as('admin');
    const code = `LOKET${String((made += 1))}`;
    const drawer = await admin.post<{ id: number }>('/counter/drawers', {
      code,
      name: `Loket ${code}`,
      pay_point_id: null,
      admin_fee: 0,
    });
    if (drawer.status !== 201) throw new Error(drawer.text);
    const put = await admin.post(`/counter/drawers/${String(drawer.body.id)}/floats`, {
      amount: float,
      request_id: randomUUID(),
    });
    if (put.status !== 201) throw new Error(put.text);
    return new CounterDesk(await app.as(cashier), drawer.body.id, code);
  }

  /** Somebody else at the same drawer. */
  async with(app: TestApp, cashier: StaffName): Promise<CounterDesk> {
    return new CounterDesk(await app.as(cashier), this.drawerId, this.code);
  }

  open(counted = 500_000, reason?: string): Promise<Answer<DeskShift & DeskProblem>> {
    return this.caller.post('/counter/shifts', {
      drawer_id: this.drawerId,
      counted: pieces(counted),
      ...(reason === undefined ? {} : { reason }),
    });
  }

  close(shiftId: number, counted: number, reason?: string): Promise<Answer<DeskShift & DeskProblem>> {
    return this.caller.post(`/counter/shifts/${String(shiftId)}/close`, {
      counted: pieces(counted),
      ...(reason === undefined ? {} : { reason }),
    });
  }

  shift(id: number): Promise<Answer<DeskShift & DeskProblem>> {
    return this.caller.get(`/counter/shifts/${String(id)}`);
  }

  /** All open sheets of a customer as a line of a basket. */
  async water(customerNumber: string) {
    const { status, body, text } = await this.caller.get<Sheets>(
      `/counter/customers/${customerNumber}/sheets`,
    );
    if (status !== 200) throw new Error(text);
    return {
      customer_number: customerNumber,
      bill_numbers: body.sheets.map(({ bill_number: number }) => number),
      amount: body.totals.at(-1) ?? 0,
    };
  }

  sell(basket: {
    readonly id?: string;
    readonly water?: readonly object[];
    readonly sales?: readonly object[];
    readonly cash_given: number;
  }): Promise<Answer<DeskBasket & DeskProblem>> {
    return this.caller.post('/counter/baskets', {
      id: basket.id ?? randomUUID(),
      water: basket.water ?? [],
      sales: basket.sales ?? [],
      cash_given: basket.cash_given,
    });
  }
}
