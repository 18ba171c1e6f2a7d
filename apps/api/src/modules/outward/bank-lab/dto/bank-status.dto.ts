import { ApiProperty } from '@nestjs/swagger';

export const LIGHTS = ['GREEN', 'AMBER', 'RED', 'GREY'] as const;
export type Light = (typeof LIGHTS)[number];

export const OUTBOUND_STATES = ['CLOSED', 'OPEN', 'HALF_OPEN', 'NONE'] as const;
export type OutboundState = (typeof OUTBOUND_STATES)[number];

export class OutboundStatusDto {
  @ApiProperty({
    enum: OUTBOUND_STATES,
    description: 'OPEN: calls to the bank are held back for the moment. NONE: we do not call this bank.',
  })
  state: OutboundState;
  @ApiProperty({ type: String, nullable: true }) last_success_at: string | null;
}

export class BankStatusDto {
  @ApiProperty({ enum: LIGHTS, description: 'GREY: switched off, or no call was ever answered' })
  light: Light;
  @ApiProperty({ type: String, nullable: true }) last_success_at: string | null;
  @ApiProperty({ description: 'Authenticated calls of the last 15 minutes' }) calls_15m: number;
  @ApiProperty({ description: 'Of these: failures of ours, malformed calls, refusals at the door' })
  errors_15m: number;
  @ApiProperty({
    description:
      'Calls of the last 15 minutes that named a live key of the bank and were refused before they were authenticated (signature, timestamp, token, headers, address); not among calls_15m. Anybody can name a key',
  })
  refused_15m: number;
  @ApiProperty({ type: String, nullable: true, description: 'The last such refusal of the last 7 days' })
  last_refused_at: string | null;
  @ApiProperty({
    description: 'Refused in the last 15 minutes, and no call let in since: the light is AMBER at least',
  })
  only_refused: boolean;
  @ApiProperty({ description: 'One decimal' }) error_percent: number;
  @ApiProperty({ type: Number, nullable: true }) p95_ms: number | null;
  @ApiProperty({ type: OutboundStatusDto }) outbound: OutboundStatusDto;
  @ApiProperty({ description: 'Old secrets in rotation that stop verifying within 24 hours' })
  keys_expiring: number;
  @ApiProperty({ description: 'Notifications not processed yet' }) open_webhooks: number;
  @ApiProperty({ description: 'Notifications given up' }) dead_webhooks: number;
}
