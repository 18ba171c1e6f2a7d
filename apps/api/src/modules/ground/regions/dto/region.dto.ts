import { ApiProperty } from '@nestjs/swagger';
import { PageDto } from '../../../../platform/list';
import { BooleanField, IntegerField, TextField } from '../../../../platform/validation';

export class RegionDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ example: '01' }) code: string;
  @ApiProperty() name: string;
  @ApiProperty() active: boolean;
  @ApiProperty({ type: 'integer' }) customer_count: number;
  @ApiProperty({ type: 'integer' }) version: number;
}

export class RegionPageDto extends PageDto(RegionDto) {}

export class RouteDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ example: '0203' }) code: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: 'integer' }) customer_count: number;
}

export class CreateRegionBody {
  @TextField({
    max: 2,
    // 00 is the region of numbers that are nobody's
    pattern: /^(?:0[1-9]|[1-9][0-9])$/,
    words: { id: 'Tulis dua angka, selain 00.', en: 'Write two digits other than 00.' },
    example: '01',
  })
  code: string;
  @TextField({ max: 100 }) name: string;
}

export class ChangeRegionBody {
  @TextField({ max: 100, optional: true }) name?: string;
  @BooleanField({ optional: true }) active?: boolean;
  @IntegerField({ min: 1, max: 2_147_483_647, description: 'The version the change was made on' })
  version: number;
}

export class ChangeRouteBody {
  @TextField({ max: 100 }) name: string;
}

export class CreateRouteBody {
  @TextField({
    max: 4,
    pattern: /^[0-9]{4}$/,
    words: { id: 'Tulis empat angka.', en: 'Write four digits.' },
    example: '0203',
  })
  code: string;
  @TextField({ max: 100 }) name: string;
}
