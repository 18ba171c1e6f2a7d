import { ApiProperty } from '@nestjs/swagger';
import { BREAKER_STATES, SUPPLIER_TERMS, type BreakerState, type SupplierTerms } from '@tirtapay/domain';
import { ChoiceField, IntegerField, RupiahField, TextField } from '../../../../platform/validation';
import { ToldBalanceDto } from '../supplier-money/supplier-money.dto';

export class SupplierCallDto {
  @ApiProperty() at: string;
  @ApiProperty({ type: 'integer' }) milliseconds: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'HTTP status; null when no answer came' })
  status: number | null;
  @ApiProperty({ type: String, nullable: true }) error: string | null;
}

export class SupplierHealthDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty() base_url: string;
  @ApiProperty({ description: 'Whether anything is bought from it' }) active: boolean;
  @ApiProperty({
    enum: BREAKER_STATES,
    description: 'OPEN: it has been failing and is not called for the moment',
  })
  breaker: BreakerState;
  @ApiProperty({ type: 'integer', description: 'Sales that are sent and not over' }) pending: number;
  @ApiProperty({ type: 'integer', description: 'Of these, those whose answer was lost' }) unknown: number;
  @ApiProperty({ type: 'integer', description: 'Money of customers and partners that waits with them' })
  held: number;
  @ApiProperty({ type: String, nullable: true, description: 'When the oldest of them was sold' })
  oldest_at: string | null;
  @ApiProperty({ type: 'integer', description: 'Delivered today' }) delivered_today: number;
  @ApiProperty({ type: 'integer', description: 'Refused by it today' }) refused_today: number;
  @ApiProperty({ type: 'integer', description: 'What we owe it for what it delivered, account 2160' })
  owed: number;
  @ApiProperty({ enum: SUPPLIER_TERMS, description: 'Whether it is paid later or out of our deposit there' })
  terms: SupplierTerms;
  @ApiProperty({ type: 'integer', description: 'What it holds of ours by our books, account 1150' })
  balance: number;
  @ApiProperty({ type: 'integer', description: 'Below this people are told' }) low_balance: number;
  @ApiProperty({ type: String, nullable: true }) low_since: string | null;
  @ApiProperty({ type: ToldBalanceDto, nullable: true, description: 'What it said itself, last' })
  told: ToldBalanceDto | null;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({
    type: [SupplierCallDto],
    description: 'The last calls of the server that answers, newest first',
  })
  calls: SupplierCallDto[];
}

export class SuppliersHealthDto {
  @ApiProperty({ type: [SupplierHealthDto] }) data: SupplierHealthDto[];
}

/** What the sandbox supplier can be told to do (docs/sandbox-bank.md). */
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
export type SupplierFaultKind = (typeof SUPPLIER_FAULTS)[number];

export class SupplierFaultDto {
  @ApiProperty() id: string;
  @ApiProperty({ enum: SUPPLIER_FAULTS }) kind: SupplierFaultKind;
  @ApiProperty({ type: 'integer', nullable: true, description: 'How often still; null: until cleared' })
  left: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Only orders for this number; null: for any' })
  customer: string | null;
}

export class SupplierSandboxDto {
  @ApiProperty({ description: 'Whether this system has a sandbox supplier at all' }) available: boolean;
  @ApiProperty({ description: 'Whether it answered just now' }) reachable: boolean;
  @ApiProperty({ type: [SupplierFaultDto], description: 'What the next orders will meet' })
  faults: SupplierFaultDto[];
}

export class SetSupplierFaultBody {
  @ChoiceField(SUPPLIER_FAULTS) kind: SupplierFaultKind;
  @IntegerField({ min: 1, max: 1_000, optional: true, description: 'Left out: until cleared' })
  times?: number;
  @TextField({ max: 200, optional: true, description: 'Left out: orders for any number' })
  customer_no?: string;
}

export class TopUpSandboxSupplierBody {
  @RupiahField({ description: 'What has reached the supplier' }) amount: number;
}
