import { ApiProperty } from '@nestjs/swagger';
import { COORDINATES, PHONE } from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';
import { BooleanField, IdField, IntegerField, KindField, TextField } from '../../../../platform/validation';

export class PayPointDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'null: the utility’s own' })
  bank_id: number | null;
  @ApiProperty({ type: String, nullable: true }) bank_name: string | null;
  @ApiProperty({ type: 'integer' }) region_id: number;
  @ApiProperty() region_name: string;
  @ApiProperty() name: string;
  @ApiProperty() address: string;
  @ApiProperty({ example: 'Senin–Jumat 08.00–15.00' }) hours: string;
  @ApiProperty({ type: String, nullable: true }) phone: string | null;
  @ApiProperty({ type: String, nullable: true, example: '-3.992951, 122.518959' }) coordinates: string | null;
  @ApiProperty() active: boolean;
  @ApiProperty({ type: 'integer' }) version: number;
}

export class PayPointPageDto extends PageDto(PayPointDto) {}

export class CreatePayPointBody {
  @IdField({ nullable: true, description: 'null: the utility’s own' }) bank_id: number | null;
  @IdField() region_id: number;
  @TextField({ max: 100 }) name: string;
  @TextField({ max: 200 }) address: string;
  @TextField({ max: 200, example: 'Senin–Jumat 08.00–15.00' }) hours: string;
  @KindField(PHONE, { nullable: true, example: '0401-312345' }) phone: string | null;
  @KindField(COORDINATES, { optional: true, nullable: true, example: '-3.992951, 122.518959' })
  coordinates?: string | null;
}

export class ChangePayPointBody {
  @IntegerField({ min: 1, max: 2_147_483_647, description: 'The version the change was made on' })
  version: number;
  @IdField({ optional: true, nullable: true, description: 'null: the utility’s own' })
  bank_id?: number | null;
  @IdField({ optional: true }) region_id?: number;
  @TextField({ max: 100, optional: true }) name?: string;
  @TextField({ max: 200, optional: true }) address?: string;
  @TextField({ max: 200, optional: true }) hours?: string;
  @KindField(PHONE, { optional: true, nullable: true }) phone?: string | null;
  @KindField(COORDINATES, { optional: true, nullable: true }) coordinates?: string | null;
  @BooleanField({ optional: true }) active?: boolean;
}
