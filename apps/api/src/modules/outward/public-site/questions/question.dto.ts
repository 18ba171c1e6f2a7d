import { ApiProperty } from '@nestjs/swagger';
import { CONTACT } from '@tirtapay/domain';
import { KindField, NoteField, TextField } from '../../../../platform/validation';

export class QuestionBody {
  @TextField({ min: 2, max: 100, description: 'Who asks' }) name: string;
  @KindField(CONTACT, { description: 'Where the answer goes', example: '0812-3456-7890' }) contact: string;
  @TextField({
    optional: true,
    nullable: true,
    max: 32,
    description: 'As the asker knows it; not checked',
    example: '010203000046',
  })
  customer_number?: string | null;
  @NoteField({ min: 10, max: 1_000 }) question: string;
}

export class QuestionAskedDto {
  @ApiProperty({ description: 'To quote when asking again', example: 'K7M2PX4Q' }) code: string;
}
