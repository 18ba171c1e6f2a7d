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
});

export const supplierFaultOrder = z.strictObject({
  kind: z.enum(SUPPLIER_FAULTS),
  times: z.int().min(1).max(100_000).nullable().default(1),
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

  set(kind: SupplierFault, left: number | null): void {
    this.lines.append({ id: randomUUID(), kind, left });
  }

  all(): Waiting[] {
    this.lines.catchUp();
    return [...this.byId.values()];
  }

  clear(): void {
    for (const fault of this.all()) this.lines.append({ ...fault, left: 0 });
    this.lines.catchUp();
  }

  /** The fault of this purchase, counted down. */
  take(): SupplierFault | null {
    const [fault] = this.all();
    if (fault === undefined) return null;
    if (fault.left !== null) this.lines.append({ ...fault, left: fault.left - 1 });
    return fault.kind;
  }
}
