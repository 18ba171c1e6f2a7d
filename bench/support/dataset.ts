import { buildCustomerNumber } from '@tirtapay/domain';

/** One customer of the bench with one open bill of Rp70.000 (HALSEL-RT1, 25 m³). */
export interface BenchCustomer {
  readonly id: number;
  readonly customerNumber: string;
  readonly billNumber: string;
}

export const PERIOD = '2025-12';
export const PRINCIPAL = 70_000;
export const ADMIN_FEE = 2_500;
/** The bank's id in the product's tables: the migrations made a collector before it. */
export const BANK_ID = 1_000;
/** What a late bill of the bench asks on top: one flat rate. */
export const PENALTY = 10_000;
const ROUTE_SIZE = 50_000;

/** Customers `1..count`; the same for every contestant, so that all answer the same question. */
export function customers(count: number): BenchCustomer[] {
  return Array.from({ length: count }, (_, index) => {
    const customerNumber = buildCustomerNumber({
      region: '01',
      route: String(1 + Math.floor(index / ROUTE_SIZE)).padStart(4, '0'),
      sequence: (index % ROUTE_SIZE) + 1,
    });
    return { id: index + 1, customerNumber, billNumber: `${customerNumber}${PERIOD.replace('-', '')}` };
  });
}
