import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, IsIn } from 'class-validator';
import { CHECKOUT_METHODS, type CheckoutMethod, SNAP_MODES, type SnapMode } from '@tirtapay/domain';
import {
  DigitsField,
  BooleanField,
  ChoiceField,
  IntegerField,
  ListField,
  NoteField,
  RawTextField,
  TextField,
} from '../../../../platform/validation';

export class BankConnectionDto {
  @ApiProperty() base_url: string;
  @ApiProperty() client_key: string;
  @ApiProperty() partner_id: string;
  @ApiProperty() channel_id: string;
  @ApiProperty({ description: 'Digits, without the padding of the messages' }) partner_service_id: string;
  @ApiProperty({ enum: SNAP_MODES }) mode: SnapMode;
  @ApiProperty({ type: String, nullable: true }) merchant_id: string | null;
  @ApiProperty({ type: String, nullable: true }) terminal_id: string | null;
  @ApiProperty({ description: 'Life of a virtual account' }) va_minutes: number;
  @ApiProperty({ description: 'Life of a QRIS code' }) qris_minutes: number;
  @ApiProperty({ type: [String], enum: CHECKOUT_METHODS }) methods: CheckoutMethod[];
  @ApiProperty() active: boolean;
  @ApiProperty({ description: 'The secret the bank gave us is stored' }) has_secret: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'PEM; what the bank verifies our calls with' })
  public_key: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'PEM of the key that is to follow; the bank must know it before it is used',
  })
  next_public_key: string | null;
}

export class BankConnectionStateDto {
  @ApiProperty({ description: 'Of the bank; a change names it' }) version: number;
  @ApiProperty({ type: BankConnectionDto, nullable: true, description: 'Null when the bank is not called' })
  connection: BankConnectionDto | null;
}

const NAMED_BY_BANK = {
  pattern: /^[A-Za-z0-9._-]+$/,
  words: {
    id: 'Tulis huruf, angka, titik, garis bawah, atau tanda hubung saja, seperti diberikan bank.',
    en: 'Write only letters, digits, dots, underscores or hyphens, as the bank gave it.',
  },
} as const;

/** The whole of it, so that the second person sees what will be, not what changes. */
export class ChangeConnectionBody {
  @IntegerField({ min: 1, max: 1_000_000 }) version: number;
  @RawTextField({ min: 1, max: 300, description: 'https, as far as the path before /v1.0' }) base_url: string;
  @TextField({ ...NAMED_BY_BANK, min: 4, max: 64 }) client_key: string;
  @TextField({ ...NAMED_BY_BANK, max: 36 }) partner_id: string;
  @DigitsField({ max: 5 }) channel_id: string;
  @DigitsField({ max: 8 }) partner_service_id: string;
  @ChoiceField(SNAP_MODES) mode: SnapMode;
  @TextField({ optional: true, max: 64 }) merchant_id?: string;
  @TextField({ optional: true, max: 16 }) terminal_id?: string;
  @IntegerField({ min: 5, max: 43_200 }) va_minutes: number;
  @IntegerField({ min: 5, max: 1_440 }) qris_minutes: number;
  @ListField(() => String, { maxItems: 2, of: 'string' })
  @IsIn(CHECKOUT_METHODS, { each: true })
  @ArrayUnique()
  methods: CheckoutMethod[];
  @BooleanField() active: boolean;
  @NoteField({ max: 300, min: 5, description: 'Why; read by the second person' }) reason: string;
}

export class ConnectionSecretBody {
  @RawTextField({ min: 16, max: 256, description: 'As the bank gave it; never shown again' }) secret: string;
  @NoteField({ max: 300, min: 5 }) reason: string;
}

export class OwnKeyBody {
  @NoteField({ max: 300, min: 5, description: 'Why; read by the second person' }) reason: string;
}
