import { ApiProperty } from '@nestjs/swagger';
import { NoteField } from '../../../../platform/validation';

export class ReversalRequestDto {
  @ApiProperty() approval_id: number;
  @ApiProperty() status: string;
}

export class RequestReversalBody {
  @NoteField({ min: 10, max: 300, description: 'Why; the second person reads it' }) reason: string;
}
