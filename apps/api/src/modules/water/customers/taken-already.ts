import { Injectable } from '@nestjs/common';
import { keyForm, normalizeCustomerNumber, type CustomerRow } from '@tirtapay/domain';
import { Vault } from '../../../platform/security';
import type { Tx } from '../../../platform/database';

/** Which keys of rows somebody has already; keys in the form they are compared in. */
export interface Taken {
  readonly numbers: ReadonlySet<string>;
  readonly legacy: ReadonlySet<string>;
  readonly serials: ReadonlySet<string>;
  readonly niks: ReadonlySet<string>;
}

const FIND = `
  SELECT 'numbers' AS what, customer_number AS key FROM pelanggan WHERE customer_number = ANY ($1::text[])
  UNION ALL SELECT 'legacy', key_form(alias) FROM pelanggan_alias WHERE key_form(alias) = ANY ($2::text[])
  UNION ALL SELECT 'serials', key_form(serial) FROM meter WHERE removed_on IS NULL AND key_form(serial) = ANY ($3::text[])
  UNION ALL SELECT 'niks', encode(nik_index, 'hex') FROM pelanggan
    WHERE nik_index = ANY ($4::bytea[]) AND nik_index IS NOT NULL AND state <> 'NONAKTIF'`;

/** Asks for many rows at once what is there already, before anything is written. */
@Injectable()
export class TakenAlready {
  constructor(private readonly vault: Vault) {}

  /** @returns of NIKs those of the rows, as they were given */
  async of(tx: Tx, rows: readonly CustomerRow[]): Promise<Taken> {
    const niks = new Map(
      rows.flatMap(({ nik }) =>
        nik === null ? [] : [[this.vault.blindIndex(nik).toString('hex'), nik] as const],
      ),
    );
    const found = await tx.query<{ what: keyof Taken; key: string }>(FIND, [
      rows.flatMap(numbersOf),
      rows.flatMap(({ legacyNumber }) => (legacyNumber === null ? [] : [keyForm(legacyNumber)])),
      rows.flatMap(({ meter }) => (meter === null ? [] : [keyForm(meter.serial)])),
      [...niks.keys()].map((hex) => Buffer.from(hex, 'hex')),
    ]);
    const keys = (wanted: keyof Taken): string[] =>
      found.filter(({ what }) => what === wanted).map(({ key }) => key);
    return {
      numbers: new Set(keys('numbers')),
      legacy: new Set(keys('legacy')),
      serials: new Set(keys('serials')),
      niks: new Set(keys('niks').map((hex) => niks.get(hex) ?? '')),
    };
  }
}

/** Its own number, and the one it would be found by although it is somebody else's. */
function numbersOf({ customerNumber, legacyNumber }: CustomerRow): string[] {
  const legacy = legacyNumber === null ? null : normalizeCustomerNumber(legacyNumber);
  return [
    ...(customerNumber === null ? [] : [customerNumber]),
    ...(legacy?.ok === true ? [legacy.value] : []),
  ];
}
