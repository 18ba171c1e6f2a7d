import { SNAP_MODES, type SnapMode } from '@tirtapay/domain';
import {
  BooleanField,
  ChoiceField,
  NoteField,
  RawTextField,
  TextField,
} from '../../../../platform/validation';

const PUBLIC_KEY = { min: 300, max: 3_000, description: 'PEM, RSA of 2048 to 8192 bit' } as const;

export class CreateSnapPartnerBody {
  @TextField({ min: 1, max: 5, pattern: /^[0-9]+$/, description: 'CHANNEL-ID', example: '95231' })
  channel_id: string;
  @TextField({
    min: 1,
    max: 8,
    pattern: /^[0-9]+$/,
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
  @TextField({ min: 64, max: 64, pattern: /^[0-9a-f]{64}$/, description: 'SHA-256 of the key, hex' })
  fingerprint: string;
  @NoteField({ max: 300, min: 5 }) reason: string;
  @BooleanField({ optional: true, description: 'This is the last one of a live bank, and that is meant' })
  last_key_confirmed?: boolean;
}
