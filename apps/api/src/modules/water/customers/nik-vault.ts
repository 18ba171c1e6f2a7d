import { Injectable } from '@nestjs/common';
import { Vault } from '../../../platform/security';

export interface SealedNik {
  readonly encrypted: string | null;
  readonly index: Buffer | null;
}

/** The NIK is kept to find duplicates and for the authorities; no screen shows it (UU 27/2022). */
@Injectable()
export class NikVault {
  constructor(private readonly vault: Vault) {}

  /** Bound to the customer's row: copied elsewhere the envelope does not open. */
  seal(customerId: number, nik: string | null): SealedNik {
    if (nik === null) return { encrypted: null, index: null };
    return {
      encrypted: this.vault.seal(nik, { table: 'pelanggan', column: 'nik_encrypted', id: customerId }),
      index: this.vault.blindIndex(nik),
    };
  }
}
