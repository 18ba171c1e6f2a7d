import { Injectable } from '@nestjs/common';
import type { ApprovalKind } from '@tirtapay/domain';
import type { Tx } from '../../../platform/database';
import type { SettledAboutRow, SettledApproval } from './settled-approval';

/** What becomes of requests of one kind, in the transaction of their end: what it throws leaves them undecided. */
export interface FollowUp<Settled = SettledApproval> {
  /** Carries out what was agreed. */
  readonly approved: (tx: Tx, settled: Settled) => Promise<void>;
  /** Lets go of what waited, when it was refused or withdrawn. */
  readonly dropped?: (tx: Tx, settled: Settled) => Promise<void>;
}

/** Who carries out which kind of agreement. A kind that is about different things has one for each. */
@Injectable()
export class FollowUps {
  private readonly ofKind = new Map<string, FollowUp[]>();

  on(kind: ApprovalKind, followUp: FollowUp): void {
    this.ofKind.set(kind, [...this.of(kind), followUp]);
  }

  /** Of a kind whose requests name the row they are about. */
  onRow(kind: ApprovalKind, { approved, dropped }: FollowUp<SettledAboutRow>): void {
    this.on(kind, {
      approved: (tx, settled) => approved(tx, aboutRow(settled)),
      ...(dropped !== undefined && { dropped: (tx, settled) => dropped(tx, aboutRow(settled)) }),
    });
  }

  of(kind: string): readonly FollowUp[] {
    return this.ofKind.get(kind) ?? [];
  }

  /** @throws when nobody carries out what was agreed: it would stand as decided, and nothing would have happened */
  async follow(tx: Tx, settled: SettledApproval): Promise<void> {
    const followUps = this.of(settled.kind);
    if (followUps.length === 0 && settled.end === 'APPROVED')
      throw new Error(`nobody carries out ${settled.kind}`);
    for (const { approved, dropped } of followUps)
      if (settled.end === 'APPROVED') await approved(tx, settled);
      else await dropped?.(tx, settled);
  }
}

function aboutRow({ entityId, ...settled }: SettledApproval): SettledAboutRow {
  if (entityId === null) throw new Error(`approval ${String(settled.approvalId)} names no row`);
  return { ...settled, entityId };
}
