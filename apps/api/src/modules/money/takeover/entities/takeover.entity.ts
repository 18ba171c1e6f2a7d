import type { TableDetection } from '@tirtapay/bank-protocol';
import type { TakeoverFindingCode, TakeoverKind } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const TAKEOVER_STATES = [
  'CHECKED',
  'WAITING',
  'RUNNING',
  'IMPORTED',
  'UNDOING',
  'UNDONE',
  'REJECTED',
  'FAILED',
] as const;
export type TakeoverState = (typeof TAKEOVER_STATES)[number];

/** What a file turned out to be. */
export interface TakeoverDetection extends TableDetection {
  readonly header_line: number | null;
  readonly header: readonly string[];
  readonly example: readonly string[];
  /** Needed columns the file does not have. */
  readonly missing: readonly string[];
  /** Why it could not be read to its end. */
  readonly broken: { readonly code: string; readonly line: number | null } | null;
}

/** A file of the system before, as it was checked, and what became of it. */
@Entity('pengambilalihan')
export class Takeover {
  @PrimaryColumn('bigint') id: number;
  @Column('text') kind: TakeoverKind;
  @Column('text') fileName: string;
  @Column('text') sha256: string;
  @Column('text') state: TakeoverState;
  @Column('jsonb') detected: TakeoverDetection;
  /** By place; '' for a column that is not taken. */
  @Column('text', { array: true }) columns: string[];
  @Column('boolean') restoreZeros: boolean;
  @Column('int') rowsRead: number;
  @Column('int') rowsRefused: number;
  @Column('int') findingsTotal: number;
  /** What all rows owe together. */
  @Column('bigint') amount: number;
  @Column('bigint') checkedBy: number;
  @Column('timestamptz') checkedAt: Date;
  @Column('bigint', { nullable: true }) approvalId: number | null;
  @Column('timestamptz', { nullable: true }) importedAt: Date | null;
  @Column('timestamptz', { nullable: true }) undoneAt: Date | null;
  @Column('text', { nullable: true }) note: string | null;
}

/** What is wrong, or doubtful, with a cell of a file. */
@Entity('pengambilalihan_temuan')
export class TakeoverFindingRow {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') batchId: number;
  @Column('int') line: number;
  @Column('text') field: string;
  @Column('text') code: TakeoverFindingCode;
  @Column('text') found: string;
  @Column('text', { nullable: true }) suggestion: string | null;
  @Column('boolean') refuses: boolean;
}

/** Whom a row of a file became. */
@Entity('pengambilalihan_pelanggan')
export class CustomerTakenOver {
  @PrimaryColumn('bigint') batchId: number;
  @PrimaryColumn('int') line: number;
  @Column('bigint') customerId: number;
}

/** What a row of a file says is owed, and the bill it became. */
@Entity('pengambilalihan_tunggakan')
export class BalanceTakenOver {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') batchId: number;
  @Column('int') line: number;
  @Column('bigint') customerId: number;
  @Column('text') period: string;
  @Column('int') previousStand: number;
  @Column('int') currentStand: number;
  @Column('bigint') principal: number;
  @Column('bigint') penalty: number;
  @Column('bigint', { nullable: true }) billId: number | null;
}
