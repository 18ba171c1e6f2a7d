import type { BankEnvironment, InstructionChannel } from '@tirtapay/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('bank_integration')
export class Bank {
  @PrimaryColumn('bigint') id: number;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('boolean') active: boolean;
  @Column('text') environment: BankEnvironment;
  @Column('timestamptz', { nullable: true }) certifyingUntil: Date | null;
  @Column('bigint') qrisAdminFee: number;
  @Column('text', { array: true }) allowedCidrs: string[];
  @Column('int') rateLimitPerSecond: number;
  @Column('time', { nullable: true }) cutoffStart: string | null;
  @Column('time', { nullable: true }) cutoffEnd: string | null;
  @Column('text', { nullable: true }) vaPrefix: string | null;
  @Column('text', { array: true }) channels: string[];
  @Column('jsonb') instructions: BankInstructions;
  @Column('int') version: number;
}

/** What a payer reads, per channel and language; kept as data because every bank names its menus differently. */
export type BankInstructions = Readonly<
  Partial<Record<InstructionChannel, { readonly id?: readonly string[]; readonly en?: readonly string[] }>>
>;
