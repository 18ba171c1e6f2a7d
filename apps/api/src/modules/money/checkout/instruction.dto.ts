import { ApiProperty } from '@nestjs/swagger';

export class PublicInstructionDto {
  @ApiProperty() channel: string;
  @ApiProperty() label: string;
  @ApiProperty({ type: [String] }) steps: string[];
}
