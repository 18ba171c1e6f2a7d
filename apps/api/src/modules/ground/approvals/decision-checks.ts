import { Injectable } from '@nestjs/common';
import type { ApprovalKind } from '@tirtapay/domain';

/** A request somebody is about to approve. */
export interface RequestToCheck {
  readonly id: number;
  readonly entity_id: number | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

type Check = (request: RequestToCheck) => Promise<void>;

/**
 * What must be true outside our database before an approval may take effect, such as a bank that accepts a new secret.
 * Asked before the transaction of the decision begins: nobody waits for a bank while rows are locked.
 */
@Injectable()
export class DecisionChecks {
  private readonly checks = new Map<string, Check>();

  /** One per kind; it throws a Problem to refuse the approval, which then stays open. */
  on(kind: ApprovalKind, check: Check): void {
    this.checks.set(kind, check);
  }

  of(kind: string): Check | undefined {
    return this.checks.get(kind);
  }
}
