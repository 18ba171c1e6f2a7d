import { ApiProperty } from '@nestjs/swagger';
import type { MeterChange } from '@tirtapay/domain';

export class MeterStandsDto {
  @ApiProperty({ type: 'integer' }) from: number;
  @ApiProperty({ type: 'integer' }) to: number;
}

/** A usage counted over an exchange of meters. */
export class MeterChangeDto implements MeterChange {
  @ApiProperty({ type: MeterStandsDto, description: 'The meter taken away' })
  previous: MeterStandsDto;
  @ApiProperty({ type: MeterStandsDto, description: 'The meter put in its place' })
  current: MeterStandsDto;
}
