import { Injectable } from '@nestjs/common';
import type { Tx } from '../database';

/**
 * Events handled inside the transaction of the one who raises them. Lower modules raise, higher modules listen. Each module
 * adds its own beside the code that raises them (declaration merging) and names them in its manifest.
 */
export interface DomainEventMap {}

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
