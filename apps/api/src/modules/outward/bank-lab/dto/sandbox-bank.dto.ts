import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { ChoiceField, IntegerField, ListField } from '../../../../platform/validation';

/** What the sandbox bank can be told to do wrongly (docs/sandbox-bank.md). */
export const SANDBOX_FAULTS = [
  'timeout',
  'timeout-after',
  'error-500',
  'error-500-after',
  'slow-drip',
  'wrong-body',
  'accept-then-fail',
  'invalid-token',
  'cutoff',
  'broken-signer',
] as const;
type SandboxFaultKind = (typeof SANDBOX_FAULTS)[number];

export class SandboxFaultDto {
  @ApiProperty() id: string;
  @ApiProperty({ enum: SANDBOX_FAULTS }) kind: SandboxFaultKind;
  @ApiProperty({ type: [String], nullable: true, description: 'SNAP service codes; null: all but the token' })
  services: string[] | null;
  @ApiProperty({ type: Number, nullable: true, description: 'How often still; null: until cleared' })
  left: number | null;
}

export class SandboxBankDto {
  @ApiProperty({ description: 'Whether this system has a sandbox bank at all' }) available: boolean;
  @ApiProperty({ description: 'Whether it answered just now' }) reachable: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Its pages' }) url: string | null;
  @ApiProperty({ type: [SandboxFaultDto], description: 'Faults that are switched on' })
  faults: SandboxFaultDto[];
}

export class SetSandboxFaultBody {
  @ChoiceField(SANDBOX_FAULTS) kind: SandboxFaultKind;
  @ListField(() => String, {
    optional: true,
    nullable: true,
    maxItems: 20,
    of: 'string',
    description: 'SNAP service codes; null: all but the token',
  })
  @Matches(/^[0-9]{2}$/, { each: true })
  @IsOptional()
  services?: string[] | null;
  @IntegerField({
    optional: true,
    nullable: true,
    min: 1,
    max: 1_000,
    description: 'How often; null: until cleared. Without it once.',
  })
  times?: number | null;
}
