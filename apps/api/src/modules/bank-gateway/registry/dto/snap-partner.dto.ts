import { SNAP_MODES, type SnapMode } from '@tirtapay/domain';
import {
  DigitsField,
  BooleanField,
  ChoiceField,
  NoteField,
  RawTextField,
  TextField,
} from '../../../../platform/validation';

const PUBLIC_KEY = { min: 300, max: 3_000, description: 'PEM, RSA of 2048 to 8192 bit' } as const;

export class CreateSnapPartnerBody {
  @DigitsField({ max: 5, description: 'CHANNEL-ID', example: '95231' })
  channel_id: string;
  @DigitsField({
    max: 8,
    description: 'Digits, without the padding of the messages',
  })
  partner_service_id: string;
  @ChoiceField(SNAP_MODES) mode: SnapMode;
  @RawTextField(PUBLIC_KEY) public_key: string;
  @NoteField({ max: 300, min: 5, description: 'Why; read by the second person' }) reason: string;
}

export class AddPublicKeyBody {
  @RawTextField(PUBLIC_KEY) public_key: string;
  @NoteField({ max: 300, min: 5, description: 'Why; read by the second person' }) reason: string;
}

export class RemovePublicKeyBody {
  @TextField({
    min: 64,
    max: 64,
    pattern: /^[0-9a-f]{64}$/,
    words: { id: 'Salin sidik jari kunci apa adanya.', en: 'Copy the fingerprint of the key as it is.' },
    description: 'SHA-256 of the key, hex',
  })
  fingerprint: string;
  @NoteField({ max: 300, min: 5 }) reason: string;
  @BooleanField({ optional: true, description: 'This is the last one of a live bank, and that is meant' })
  last_key_confirmed?: boolean;
}
