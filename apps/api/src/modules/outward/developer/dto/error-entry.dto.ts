import { ApiProperty } from '@nestjs/swagger';
import { ERROR_CODES } from '@tirtapay/contracts';

export class LocalizedTextDto {
  @ApiProperty() id: string;
  @ApiProperty() en: string;
}

export class ErrorEntryDto {
  @ApiProperty({ enum: ERROR_CODES, enumName: 'ErrorCode' }) code: string;
  @ApiProperty() status: number;
  @ApiProperty({ type: LocalizedTextDto }) title: LocalizedTextDto;
  @ApiProperty({ type: LocalizedTextDto }) cause: LocalizedTextDto;
  @ApiProperty({ type: LocalizedTextDto }) fix: LocalizedTextDto;
  @ApiProperty({ description: 'The very same request may be sent again without harm' })
  safe_to_retry: boolean;
  @ApiProperty({ type: [String], enum: ['bank', 'partner', 'staff', 'public'] }) audience: string[];
}
