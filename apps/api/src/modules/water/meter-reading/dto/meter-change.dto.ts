import { ApiProperty } from '@nestjs/swagger';
import type { MeterChange } from '@tirtapay/domain';

export class MeterStandsResponse {
  @ApiProperty({ type: 'integer' }) from: number;
  @ApiProperty({ type: 'integer' }) to: number;
}

/** A usage counted over an exchange of meters. */
export class MeterChangeResponse implements MeterChange {
  @ApiProperty({ type: MeterStandsResponse, description: 'The meter taken away' })
  previous: MeterStandsResponse;
  @ApiProperty({ type: MeterStandsResponse, description: 'The meter put in its place' })
  current: MeterStandsResponse;
}
