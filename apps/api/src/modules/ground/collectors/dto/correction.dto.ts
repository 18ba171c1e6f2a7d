import { ApiProperty } from '@nestjs/swagger';
import { NoteField, RupiahField, TextField } from '../../../../platform/validation';

/** A float, a deposit of a drawer or a top-up that was booked with a wrong amount or slip. */
export class CorrectMoveBody {
  @RupiahField({ min: 0, max: 1_000_000_000_000, description: 'What really moved; 0: nothing did' })
  amount: number;
  @TextField({
    max: 64,
    optional: true,
    description: 'As it stands on the statement of the bank; absent: as it was',
  })
  bank_reference?: string;
  @NoteField({ min: 5, max: 300, description: 'What was wrong, and how one knows' }) reason: string;
}

export class CorrectionRequestedDto {
  @ApiProperty({ type: 'integer' }) approval_id: number;
  @ApiProperty({ enum: ['PENDING'] }) status: 'PENDING';
}
