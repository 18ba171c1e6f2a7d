import { ApiProperty } from '@nestjs/swagger';
import { TextField } from '../../../../platform/validation';
import { FOUND_KINDS, type FoundKind } from '../search/find-statement';

const OPENS = ['CUSTOMER', 'BILL', 'PAYMENT'] as const;

export class FindQuery {
  @TextField({ max: 100, description: 'The beginning of a name or number', example: '0102 0300' }) q: string;
}

export class FoundDto {
  @ApiProperty({ enum: FOUND_KINDS }) kind: FoundKind;
  @ApiProperty({ description: 'What it is known by', example: '010203000046' }) title: string;
  @ApiProperty({ type: String, nullable: true, description: 'What tells it from its neighbours' })
  detail: string | null;
  @ApiProperty({ enum: OPENS, description: 'Whose page shows it' }) opens: (typeof OPENS)[number];
  @ApiProperty({ type: 'integer', description: 'Identifier of that page' }) id: number;
}
