import { ApiProperty } from '@nestjs/swagger';
import { IdField, IntegerField, NoteField, PeriodField } from '../../../../platform/validation';

export class MoveTargetBody {
  @IdField() region_id: number;
  @IdField() route_id: number;
  @PeriodField({
    optional: true,
    description:
      'The first month that counts in the new place; the running one when left out, or the one after it when that is billed already. Whoever shows a month to a person sends it',
  })
  from_period?: string;
}

export class MoveCustomersBody extends MoveTargetBody {
  @NoteField({ max: 300, min: 3, description: 'Why; stands in the history of each of them' }) reason: string;
  @IntegerField({ min: 1, max: 1_000_000_000, optional: true, description: 'Of a customer moved alone' })
  version?: number;
}

export class ImmovableDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ example: '010203000046' }) customer_number: string;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'The first month that may be moved: what came before is billed' })
  earliest: string;
}

export class MovePreviewDto {
  @ApiProperty({ type: 'integer' }) moving: number;
  @ApiProperty({ type: 'integer', description: 'There already; passed over' }) there: number;
  @ApiProperty({ type: 'integer', description: 'Closed; passed over' }) closed: number;
  @ApiProperty({ description: 'The month the move would count from' }) from_period: string;
  @ApiProperty({ type: String, nullable: true, description: 'From which month on all of them may be moved' })
  earliest: string | null;
  @ApiProperty({ description: 'The last month it may count from' }) latest: string;
  @ApiProperty({ type: 'integer', description: 'Those whose bills of that month are issued already' })
  billed: number;
  @ApiProperty({ type: [ImmovableDto], description: 'The first twenty of them' }) examples: ImmovableDto[];
}

export class MovedDto {
  @ApiProperty({ type: 'integer' }) moved: number;
  @ApiProperty({ type: 'integer' }) there: number;
  @ApiProperty({ type: 'integer' }) closed: number;
  @ApiProperty() from_period: string;
}
