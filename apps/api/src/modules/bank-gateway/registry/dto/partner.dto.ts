import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, IsString } from 'class-validator';
import {
  BooleanField,
  IntegerField,
  ListField,
  NoteField,
  RupiahField,
  SeriesField,
  TextField,
} from '../../../../platform/validation';
import { BankKeyDto } from './bank.dto';

export class PartnerDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty() active: boolean;
  @ApiProperty({ type: [String] }) allowed_cidrs: string[];
  @ApiProperty({ type: 'integer' }) rate_limit_per_second: number;
  @ApiProperty({ type: 'integer' }) deposit: number;
  @ApiProperty({ type: 'integer', description: 'A deposit below this is told' }) low_balance: number;
  @ApiProperty({ type: String, nullable: true, description: 'Since when the deposit is below it' })
  low_since: string | null;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({ type: [BankKeyDto] }) keys: BankKeyDto[];
}

export class CreatePartnerBody {
  @SeriesField({
    description: 'Begins its receipt numbers; never changes',
    example: 'MITRA1',
  })
  code: string;
  @TextField({ max: 100, example: 'Koperasi Maju' }) name: string;
  @ListField(() => String, {
    maxItems: 50,
    of: 'string',
    description: 'IPv4 or IPv6 networks in CIDR notation it may call from',
  })
  @IsString({ each: true })
  @ArrayUnique()
  allowed_cidrs: string[];
  @IntegerField({ min: 1, max: 100_000 }) rate_limit_per_second: number;
  @RupiahField({ min: 0, description: 'A deposit below this is told' }) low_balance: number;
  @NoteField({ max: 300, min: 5, description: 'Why; read by the second person' }) reason: string;
}

/** What is left out stays. */
export class ChangePartnerSettingsBody {
  @IntegerField({ min: 1, max: 2_147_483_647, description: 'As it was read' }) version: number;
  @TextField({ max: 100, optional: true }) name?: string;
  @ListField(() => String, { maxItems: 50, of: 'string', optional: true })
  @IsString({ each: true })
  @ArrayUnique()
  allowed_cidrs?: string[];
  @IntegerField({ min: 1, max: 100_000, optional: true }) rate_limit_per_second?: number;
  @RupiahField({ min: 0, optional: true }) low_balance?: number;
  @BooleanField({ optional: true, description: 'Whether its calls are answered' }) active?: boolean;
  @NoteField({ max: 300, min: 5, description: 'Why; read by the second person' }) reason: string;
}
