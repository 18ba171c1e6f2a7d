import { ApiProperty } from '@nestjs/swagger';
import { BANK_ENVIRONMENTS, BANK_PROTOCOLS, CHANNELS, CREDENTIAL_STATES, SNAP_MODES } from '@tirtapay/domain';
import { ArrayUnique, IsIn, IsString } from 'class-validator';
import {
  BooleanField,
  ClockTimeField,
  IntegerField,
  ListField,
  NoteField,
  SeriesField,
  TextField,
} from '../../../../platform/validation';
import type { BankInstructions } from '../entities/bank.entity';
import { InstructionsField, InstructionsProperty } from './bank-instructions';

export class BankKeyDto {
  @ApiProperty() id: number;
  @ApiProperty() key_id: string;
  @ApiProperty({ enum: BANK_PROTOCOLS }) protocol: string;
  @ApiProperty({ type: String, nullable: true }) label: string | null;
  @ApiProperty({ enum: CREDENTIAL_STATES }) status: string;
  @ApiProperty() created_at: string;
  @ApiProperty({ type: String, nullable: true }) last_used_at: string | null;
  @ApiProperty({ type: String, nullable: true }) previous_valid_until: string | null;
  @ApiProperty({
    description:
      'A rotation now keeps the secret before the present one, which nobody was ever shown; else the present one',
  })
  rotation_keeps_older: boolean;
  @ApiProperty({ type: String, nullable: true }) revoked_at: string | null;
  @ApiProperty({ description: 'The secret can still be shown, once, to the person who asked for the key' })
  secret_pending: boolean;
}

export class SnapPartnerDto {
  @ApiProperty() id: number;
  @ApiProperty({ description: 'X-CLIENT-KEY of the token request' }) client_key: string;
  @ApiProperty({ description: 'X-PARTNER-ID' }) partner_id: string;
  @ApiProperty({ description: 'CHANNEL-ID' }) channel_id: string;
  @ApiProperty({ description: 'Padded with spaces, as it is sent' }) partner_service_id: string;
  @ApiProperty({ enum: SNAP_MODES }) mode: string;
  @ApiProperty({ enum: CREDENTIAL_STATES }) status: string;
  @ApiProperty({ type: [String], description: 'SHA-256 of each RSA public key of the bank, hex' })
  public_keys: string[];
  @ApiProperty({ type: String, nullable: true }) last_used_at: string | null;
  @ApiProperty({ type: String, nullable: true }) previous_valid_until: string | null;
  @ApiProperty({
    description:
      'A rotation now keeps the secret before the present one, which nobody was ever shown; else the present one',
  })
  rotation_keeps_older: boolean;
  @ApiProperty({ description: 'The secret can still be shown, once, to the person who asked for it' })
  secret_pending: boolean;
}

export class BankDto {
  @ApiProperty() id: number;
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty() active: boolean;
  @ApiProperty({ enum: BANK_ENVIRONMENTS }) environment: string;
  @ApiProperty() admin_fee: number;
  @ApiProperty({ description: 'The same for a checkout by QRIS' }) qris_admin_fee: number;
  @ApiProperty({ type: [String] }) allowed_cidrs: string[];
  @ApiProperty() rate_limit_per_second: number;
  @ApiProperty({ type: String, nullable: true }) cutoff_start: string | null;
  @ApiProperty({ type: String, nullable: true }) cutoff_end: string | null;
  @ApiProperty({ type: String, nullable: true }) va_prefix: string | null;
  @ApiProperty({ type: [String], enum: CHANNELS }) channels: string[];
  @InstructionsProperty() instructions: BankInstructions;
  @ApiProperty({ type: [BankKeyDto] }) keys: BankKeyDto[];
  @ApiProperty({ type: [SnapPartnerDto] }) snap_partners: SnapPartnerDto[];
  @ApiProperty() version: number;
}

export class CreateBankBody {
  @SeriesField({
    description: 'Begins its receipt numbers; never changes',
    example: 'SULTRA',
  })
  code: string;
  @TextField({ max: 100, example: 'Bank Sultra' }) name: string;
  @TextField({ max: 300, min: 5, description: 'Why; read by the second person' }) reason: string;
}

export class RequestKeyBody {
  @TextField({ max: 80, description: 'What the key is for' }) label: string;
  @NoteField({ max: 300, min: 5, description: 'Why; read by the second person' }) reason: string;
}

export class RotateKeyBody {
  @IntegerField({
    min: 0,
    max: 168,
    description: 'How long the old secret stays valid beside the new one, hours (at most 7 days)',
  })
  overlap_hours: number;
  @NoteField({ max: 300, min: 5 }) reason: string;
}

export class RevokeKeyBody {
  @NoteField({ max: 300, min: 5 }) reason: string;
  @BooleanField({ optional: true, description: 'This is the last one of a live bank, and that is meant' })
  last_key_confirmed?: boolean;
}

export class ChangeBankSettingsBody {
  @IntegerField({ min: 1, max: 1_000_000 }) version: number;
  @ListField(() => String, {
    optional: true,
    maxItems: 50,
    of: 'string',
    description: 'IPv4 or IPv6 networks in CIDR notation',
  })
  @IsString({ each: true })
  @ArrayUnique()
  allowed_cidrs?: string[];
  @IntegerField({ optional: true, min: 0, max: 100_000, description: 'Rupiah per payment, kept by the bank' })
  admin_fee?: number;
  @IntegerField({
    optional: true,
    min: 0,
    max: 100_000,
    description:
      'Rupiah a checkout by QRIS carries for the bank, apart from its MDR, which the payer never bears',
  })
  qris_admin_fee?: number;
  @IntegerField({ optional: true, min: 1, max: 100_000 }) rate_limit_per_second?: number;
  @ClockTimeField({
    optional: true,
    nullable: true,
    description: 'null in both: payments are taken all day',
    example: '23:00',
  })
  cutoff_start?: string | null;
  @ClockTimeField({
    optional: true,
    nullable: true,
    example: '23:59',
  })
  cutoff_end?: string | null;
  @ListField(() => String, { optional: true, maxItems: 8, of: 'string' })
  @IsIn(CHANNELS, { each: true })
  channels?: string[];
  @TextField({
    optional: true,
    nullable: true,
    max: 8,
    min: 3,
    pattern: /^[0-9]{3,8}$/,
    words: { id: 'Tulis 3 sampai 8 angka.', en: 'Write 3 to 8 digits.' },
    description: 'Before the customer number; null: no virtual accounts at this bank',
    example: '13501',
  })
  va_prefix?: string | null;
  @InstructionsField() instructions?: BankInstructions;
  @NoteField({ max: 300, min: 5, description: 'Why; read by the second person' }) reason: string;
}

export class ApprovalRequestedDto {
  @ApiProperty() approval_id: number;
  @ApiProperty({ enum: ['PENDING'] }) status: 'PENDING';
}

export class KeySecretDto {
  @ApiProperty() key_id: string;
  @ApiProperty({ description: 'Shown this once' }) secret: string;
}
