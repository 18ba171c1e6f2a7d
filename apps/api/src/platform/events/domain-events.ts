import { Injectable } from '@nestjs/common';
import type { Tx } from '../database';

/** What two people agreed on, or did not. */
interface SettledApproval {
  readonly approvalId: number;
  readonly kind: string;
  readonly entityType: string;
  readonly entityId: number | null;
  readonly payload: unknown;
  readonly decidedBy: number;
  readonly madeBy: number;
}

/** Events handled inside the transaction of the one who raises them. Lower modules raise, higher modules listen. */
export interface DomainEventMap {
  'reading.verified': { readonly readingIds: readonly number[] };
  /** The old meter is closed and the new one in place; who counts with stands may still refuse. */
  'meter.replaced': {
    readonly customerId: number;
    readonly removedMeterId: number;
    readonly removedStand: number;
    /** Business date. */
    readonly replacedOn: string;
    /** Epoch milliseconds; null when nobody wrote the hour down. */
    readonly replacedAt: number | null;
  };
  'approval.approved': SettledApproval;
  'approval.rejected': SettledApproval;
  /** By whoever asked; `decidedBy` is the maker. */
  'approval.withdrawn': SettledApproval;
}

type Handler<K extends keyof DomainEventMap> = (tx: Tx, event: DomainEventMap[K]) => Promise<void>;

@Injectable()
export class DomainEvents {
  private readonly handlers = new Map<keyof DomainEventMap, Handler<keyof DomainEventMap>[]>();

  on<K extends keyof DomainEventMap>(name: K, handler: Handler<K>): void {
    const list = this.handlers.get(name) ?? [];
    list.push(handler as Handler<keyof DomainEventMap>);
    this.handlers.set(name, list);
  }

  /** Every handler runs, in order of registration; one that throws rolls the whole fact back. */
  async raise<K extends keyof DomainEventMap>(tx: Tx, name: K, event: DomainEventMap[K]): Promise<void> {
    for (const handler of this.handlers.get(name) ?? []) await handler(tx, event);
  }
}
