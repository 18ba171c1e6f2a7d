import { ApiProperty } from '@nestjs/swagger';
import { BANK_PROTOCOLS, type BankProtocol } from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';

export class CallBankDto {
  @ApiProperty() id: number;
  @ApiProperty() code: string;
  @ApiProperty() name: string;
}

export class BankCallDto {
  @ApiProperty() id: number;
  @ApiProperty({ type: CallBankDto }) bank: CallBankDto;
  @ApiProperty() received_at: string;
  @ApiProperty() method: string;
  @ApiProperty({ description: 'Without the query' }) path: string;
  @ApiProperty() http_status: number;
  @ApiProperty({ type: String, nullable: true, description: 'Our error code, or the 7-digit SNAP code' })
  code: string | null;
  @ApiProperty({ description: 'Answered with the stored answer of an earlier call' }) replayed: boolean;
  @ApiProperty({ type: String, nullable: true }) bank_reference: string | null;
  @ApiProperty() latency_ms: number;
  @ApiProperty({ enum: BANK_PROTOCOLS }) protocol: BankProtocol;
}

export class BankCallDetailDto extends BankCallDto {
  @ApiProperty({ description: 'Path and query as sent' }) request_target: string;
  @ApiProperty({ description: 'X-Request-Id, or X-EXTERNAL-ID' }) request_id: string;
  @ApiProperty({ description: 'As sent' }) request_timestamp: string;
  @ApiProperty({ type: String, nullable: true }) ip: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Key id, or SNAP partner id' })
  credential: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What the signature was checked against; access tokens are shortened',
  })
  string_to_sign: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Personal data masked' })
  request_body: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Personal data masked' })
  response_body: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The payment under the bank reference' })
  payment_id: number | null;
}

export class BankCallPageDto extends PageDto(BankCallDto) {}
