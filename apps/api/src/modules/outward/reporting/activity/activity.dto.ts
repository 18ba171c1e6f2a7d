import { ApiProperty } from '@nestjs/swagger';
import { ACTOR_KINDS } from '../../../../platform/context';
import { PageDto } from '../../../../platform/list';

export class ActorDto {
  @ApiProperty({ enum: ACTOR_KINDS }) kind: string;
  @ApiProperty({ type: 'integer', nullable: true }) id: number | null;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
}

export class ActivityDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: ActorDto }) actor: ActorDto;
  @ApiProperty({ example: 'customer.activated' }) action: string;
  @ApiProperty({ description: 'Table of the entity', example: 'pelanggan' }) entity_type: string;
  @ApiProperty({ type: 'integer', nullable: true }) entity_id: number | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  before: Readonly<Record<string, unknown>> | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  after: Readonly<Record<string, unknown>> | null;
  @ApiProperty({ type: String, nullable: true }) request_id: string | null;
  @ApiProperty({ type: String, nullable: true }) ip: string | null;
  @ApiProperty({ description: 'Chained by the sealer: from here on a change would show' }) sealed: boolean;
}

export class ActivityPageDto extends PageDto(ActivityDto) {}
