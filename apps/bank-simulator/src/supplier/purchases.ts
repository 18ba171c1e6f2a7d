import { join } from 'node:path';
import { z } from 'zod';
import { JsonLines } from '../books/json-lines';

const purchaseSchema = z.object({
  ref: z.string(),
  sku: z.string(),
  customer: z.string(),
  /** As an aggregator says it. */
  status: z.enum(['Sukses', 'Pending', 'Gagal']),
  rc: z.string(),
  serial: z.string(),
  price: z.int(),
  sellingPrice: z.int().nullable(),
  message: z.string(),
  /** RFC 3339; null: of a time when this was not kept. */
  at: z.string().nullable().default(null),
});

/** What was ordered under a reference, and how it ended. */
export type Purchase = z.infer<typeof purchaseSchema>;

/** Every purchase by its reference, on disk: the same reference is the same purchase, also after a restart. */
export class PurchaseBook {
  private readonly byRef = new Map<string, Purchase>();
  private readonly lines: JsonLines<Purchase>;

  constructor(home: string) {
    this.lines = new JsonLines(
      join(home, 'bank-simulator', 'purchases.jsonl'),
      purchaseSchema,
      (purchase) => {
        this.byRef.set(purchase.ref, purchase);
      },
    );
  }

  find(ref: string): Purchase | undefined {
    this.lines.catchUp();
    return this.byRef.get(ref);
  }

  all(): Purchase[] {
    this.lines.catchUp();
    return [...this.byRef.values()];
  }

  record(purchase: Purchase): void {
    this.lines.append(purchase);
    this.lines.catchUp();
  }
}
