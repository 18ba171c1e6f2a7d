import type { Language } from '@tirtapay/domain';
import { say } from '../../../platform/context';
import { violatedConstraint } from '../../../platform/database';
import { Problem } from '../../../platform/problem';

const DUPLICATES: Readonly<Record<string, { pointer: string; message: Record<Language, string> }>> = {
  pelanggan_nik: {
    pointer: '/nik',
    message: {
      id: 'Pelanggan lain sudah terdaftar dengan NIK ini.',
      en: 'another customer is registered with this NIK',
    },
  },
  meter_serial_active: {
    pointer: '/meter/serial',
    message: {
      id: 'Meter ini terpasang pada pelanggan lain.',
      en: 'this meter is installed at another customer',
    },
  },
};

/** What the database refused, in the words of the API; anything else is thrown on. */
export function refuseDuplicate(error: unknown): never {
  const constraint = violatedConstraint(error) ?? '';
  const duplicate = Object.hasOwn(DUPLICATES, constraint) ? DUPLICATES[constraint] : undefined;
  if (duplicate !== undefined)
    throw new Problem('customer.duplicate', {
      errors: [{ code: 'duplicate', pointer: duplicate.pointer, message: say(duplicate.message) }],
    });
  if (constraint === 'pelanggan_tariff_id_fkey') throw new Problem('tariff.not_found');
  throw error;
}

/** @throws Problem request.invalid about one field */
export function refuseField(pointer: string, code: string, message: string): never {
  throw new Problem('request.invalid', { errors: [{ pointer, code, message }] });
}
