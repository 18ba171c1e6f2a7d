import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { DENOMINATIONS, MOST_PIECES } from '@tirtapay/domain';
import {
  IntegerField,
  ListField,
  NoteField,
  ObjectField,
  RawTextField,
  TextField,
} from '../../../../platform/validation';

/** What a counter takes at most in one go; far above any queue's need. */
export const MOST_CASH = 1_000_000_000;

export class PiecesBody {
  @IntegerField({ min: 50, max: 100_000, description: 'A note or coin in use', example: 50_000 })
  denomination: number;
  @IntegerField({ min: 0, max: MOST_PIECES }) pieces: number;
}

export class PiecesDto {
  @ApiProperty({ type: 'integer' }) denomination: number;
  @ApiProperty({ type: 'integer' }) pieces: number;
}

/** A count by denomination; what is not named was not there. */
export class PiecesListBody {
  @ListField(() => PiecesBody, { maxItems: DENOMINATIONS.length })
  @ValidateNested({ each: true })
  @Type(() => PiecesBody)
  counted: PiecesBody[];
}

export class CountBody extends PiecesListBody {
  @NoteField({
    optional: true,
    min: 5,
    max: 300,
    description: 'Why it differs from the books; needed when it does',
  })
  reason?: string;
}

export class CredentialsBody {
  @TextField({ max: 64 }) username: string;
  @RawTextField({ max: 256 }) password: string;
  @RawTextField({ max: 32, optional: true, description: 'Where signing in takes two steps' }) code?: string;
}

export class HandOverBody extends CountBody {
  @ObjectField(() => CredentialsBody, { description: 'Of the cashier who takes over' })
  successor: CredentialsBody;
}
