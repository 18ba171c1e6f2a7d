import { ApiProperty } from '@nestjs/swagger';
import { OUTBOUND_CALL_STATES } from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';
import { CallBankDto } from './bank-call.dto';

export class OutboundCallDto {
  @ApiProperty() id: number;
  @ApiProperty({ type: CallBankDto }) bank: CallBankDto;
  @ApiProperty() started_at: string;
  @ApiProperty({ description: 'SNAP service code, e.g. 27 for "create virtual account"' }) service: string;
  @ApiProperty() external_id: string;
  @ApiProperty({ enum: OUTBOUND_CALL_STATES }) state: string;
  @ApiProperty({ type: Number, nullable: true }) http_status: number | null;
  @ApiProperty({ type: String, nullable: true }) response_code: string | null;
  @ApiProperty({ type: Number, nullable: true }) latency_ms: number | null;
  @ApiProperty({ type: Number, nullable: true }) intent_id: number | null;
  @ApiProperty({ description: 'How often the bank was asked what became of it' }) checks: number;
  @ApiProperty({ type: String, nullable: true }) next_check_at: string | null;
}

export class OutboundCallDetailDto extends OutboundCallDto {
  @ApiProperty({ type: String, nullable: true }) error: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Personal data masked' })
  request_body: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Personal data masked' })
  response_body: string | null;
}

export class OutboundCallPageDto extends PageDto(OutboundCallDto) {}
