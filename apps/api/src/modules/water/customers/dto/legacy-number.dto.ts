import { ApiProperty } from '@nestjs/swagger';
import { IntegerField, NoteField, TextField } from '../../../../platform/validation';

export class LegacyNumberBody {
  @IntegerField({ min: 1, max: 1_000_000_000, description: 'Version of the customer that was read' })
  version: number;
  @TextField({
    max: 40,
    nullable: true,
    description: 'What the system before called the customer; null takes it away',
  })
  legacy_number: string | null;
  @NoteField({ max: 300, min: 5, description: 'Why; the second person reads it' }) reason: string;
}

export class LegacyNumberRequestedDto {
  @ApiProperty({ type: 'integer' }) approval_id: number;
  @ApiProperty({ enum: ['PENDING'] }) status: 'PENDING';
}
