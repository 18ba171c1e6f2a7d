import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { JsonLines } from '../books/json-lines';

/** How a purchase can go other than well and at once. */
export const SUPPLIER_FAULTS = [
  'failure',
  'pending',
  'late-success',
  'late-failure',
  'timeout',
  'timeout-after',
  'wrong-body',
  'slow-drip',
  'duplicate-callback',
  'out-of-order-callback',
] as const;

export type SupplierFault = (typeof SUPPLIER_FAULTS)[number];

const schema = z.object({
  id: z.string(),
  kind: z.enum(SUPPLIER_FAULTS),
  /** How often it is still played; null until it is cleared. */
  left: z.int().nullable(),
  /** Only for purchases of this customer; null for whoever comes first. */
  customer: z.string().nullable().default(null),
});

export const supplierFaultOrder = z.strictObject({
  kind: z.enum(SUPPLIER_FAULTS),
  times: z.int().min(1).max(100_000).nullable().default(1),
  customer_no: z.string().max(200).nullable().default(null),
});

type Waiting = z.infer<typeof schema>;

/** Faults of the supplier that wait to be played, on disk like those of the bank. */
export class SupplierFaultBoard {
  private readonly byId = new Map<string, Waiting>();
  private readonly lines: JsonLines<Waiting>;

  constructor(home: string) {
    this.lines = new JsonLines(join(home, 'bank-simulator', 'supplier-faults.jsonl'), schema, (fault) => {
      if (fault.left === 0) this.byId.delete(fault.id);
      else this.byId.set(fault.id, fault);
    });
  }

  set(kind: SupplierFault, left: number | null, customer: string | null = null): void {
    this.lines.append({ id: randomUUID(), kind, left, customer });
  }

  all(): Waiting[] {
    this.lines.catchUp();
    return [...this.byId.values()];
  }

  clear(): void {
    for (const fault of this.all()) this.lines.append({ ...fault, left: 0 });
    this.lines.catchUp();
  }

  /** The fault of a purchase of this customer, counted down. */
  take(customer: string): SupplierFault | null {
    const fault = this.all().find((waiting) => waiting.customer === null || waiting.customer === customer);
    if (fault === undefined) return null;
    if (fault.left !== null) this.lines.append({ ...fault, left: fault.left - 1 });
    return fault.kind;
  }
}
