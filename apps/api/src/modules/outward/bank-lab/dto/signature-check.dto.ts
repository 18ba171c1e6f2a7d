import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { BANK_PROTOCOLS, type BankProtocol } from '@tirtapay/domain';
import { ChoiceField, ObjectField, RawTextField } from '../../../../platform/validation';
import { SIGNATURE_PROBLEMS, type SignatureProblemCode } from '../signature/signature-problem';

export class SignatureHeadersBody {
  @RawTextField({ min: 0, max: 64, description: 'X-Timestamp or X-TIMESTAMP as sent' }) timestamp: string;
  @RawTextField({ optional: true, min: 0, max: 128, description: 'X-Request-Id (native)' })
  request_id?: string;
  @RawTextField({ min: 0, max: 4_096, description: 'X-Signature or X-SIGNATURE as sent' }) signature: string;
  @RawTextField({
    optional: true,
    min: 0,
    max: 4_096,
    description: 'SNAP, symmetric mode: the access token without "Bearer "',
  })
  access_token?: string;
}

export class CheckSignatureBody {
  @ChoiceField(BANK_PROTOCOLS) protocol: BankProtocol;
  @RawTextField({ optional: true, max: 128, description: 'X-Api-Key (native)' }) key_id?: string;
  @RawTextField({ optional: true, max: 128, description: 'X-PARTNER-ID or X-CLIENT-KEY (SNAP)' })
  client_key?: string;
  @RawTextField({ max: 16, description: 'HTTP method' }) method: string;
  @RawTextField({ max: 2_048, description: 'Path and query exactly as sent' }) request_target: string;
  @ObjectField(() => SignatureHeadersBody) headers: SignatureHeadersBody;
  @ApiProperty({
    maxLength: 200_000,
    description: 'The body as sent, byte for byte; empty when there is none',
  })
  @IsString()
  @MaxLength(200_000)
  body: string;
  @RawTextField({
    optional: true,
    min: 0,
    max: 8_192,
    description: 'What the bank signed, to find the first difference',
  })
  bank_string_to_sign?: string;
}

export class SignatureProblemDto {
  @ApiProperty({ enum: SIGNATURE_PROBLEMS }) code: SignatureProblemCode;
  @ApiProperty() message: string;
}

export class FirstDifferenceDto {
  @ApiProperty({ description: 'Characters before the difference' }) position: number;
  @ApiProperty({ description: 'Line of the difference, from 1' }) line: number;
  @ApiProperty({ description: 'Our text from there, at most 40 characters; line ends shown as ⏎ and ␍' })
  ours: string;
  @ApiProperty() theirs: string;
}

const VERDICTS = ['VALID', 'INVALID'] as const;

export class SignatureCheckDto {
  @ApiProperty({ enum: VERDICTS }) verdict: (typeof VERDICTS)[number];
  @ApiProperty({ type: [SignatureProblemDto] }) problems: SignatureProblemDto[];
  @ApiProperty({ description: 'Empty when a part could not stand in a signed text at all' })
  our_string_to_sign: string;
  @ApiProperty({ description: 'Of the body as it is signed (SNAP: minified)' }) body_sha256: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Positive: the caller’s clock is behind ours' })
  timestamp_skew_seconds: number | null;
  @ApiProperty({ type: FirstDifferenceDto, nullable: true }) first_difference: FirstDifferenceDto | null;
}
