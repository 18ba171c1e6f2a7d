import { ApiProperty } from '@nestjs/swagger';
import { PPOB_SERVICE_CODES } from '@tirtapay/domain';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { PageDto } from '../../../../platform/list';
import { DateField, ListField, NoteField, RupiahField, TextField } from '../../../../platform/validation';

export const PRICE_STATES = ['IN_FORCE', 'PLANNED', 'ENDED'] as const;
export type PriceState = (typeof PRICE_STATES)[number];

export class OfferedPriceBody {
  @TextField({
    max: 130,
    min: 0,
    optional: true,
    description: 'Operator, package, merchant, … joined by slashes',
  })
  variant?: string;
  @RupiahField({ optional: true, description: 'What the customer pays; left out where the supplier says' })
  price?: number;
  @RupiahField({ optional: true, min: 0, description: 'What the supplier may ask for at most' })
  cost?: number;
  @TextField({ max: 64, description: "The supplier's code" }) sku: string;
}

export class WithdrawnPriceBody {
  @TextField({ max: 130, min: 0, optional: true }) variant?: string;
  @RupiahField({ optional: true }) price?: number;
}

export class ChangePricesBody {
  @RupiahField({ optional: true, min: 0 }) admin_fee?: number;
  @ListField(() => OfferedPriceBody, {
    maxItems: 100,
    description: 'New or with another price, cost or code',
  })
  @ValidateNested({ each: true })
  @Type(() => OfferedPriceBody)
  offered: OfferedPriceBody[];
  @ListField(() => WithdrawnPriceBody, { maxItems: 100, description: 'Sold no more' })
  @ValidateNested({ each: true })
  @Type(() => WithdrawnPriceBody)
  withdrawn: WithdrawnPriceBody[];
  @DateField({ optional: true, description: 'A day to come; left out: as soon as it is approved' })
  effective_date?: string;
  @NoteField({ max: 300, min: 5, description: 'Why; read by the second person' }) reason: string;
}

export class PriceChangeRequestedDto {
  @ApiProperty({ type: 'integer' }) approval_id: number;
  @ApiProperty({ enum: ['PENDING'] }) status: 'PENDING';
}

export class PriceLineDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ enum: PPOB_SERVICE_CODES }) service_code: string;
  @ApiProperty() variant: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'null: the supplier says what is owed' })
  price: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) cost: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) margin: number | null;
  @ApiProperty() sku: string;
  @ApiProperty() effective_from: string;
  @ApiProperty({ type: String, nullable: true, description: 'The first instant at which it holds no more' })
  effective_to: string | null;
  @ApiProperty({ enum: PRICE_STATES }) state: PriceState;
  @ApiProperty({ type: 'integer', nullable: true }) approval_id: number | null;
}

export class PriceLinePageDto extends PageDto(PriceLineDto) {}

export class FeeLineDto {
  @ApiProperty({ enum: PPOB_SERVICE_CODES }) service_code: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: 'integer' }) admin_fee: number;
  @ApiProperty() effective_from: string;
  @ApiProperty({ type: String, nullable: true }) effective_to: string | null;
  @ApiProperty({ enum: PRICE_STATES }) state: PriceState;
  @ApiProperty({ type: 'integer', nullable: true }) approval_id: number | null;
}

export class FeeLinesDto {
  @ApiProperty({ type: [FeeLineDto] }) data: FeeLineDto[];
}
