import { violatedConstraint } from '../../../platform/database';
import { Problem, type Sentence } from '../../../platform/problem';
import { CUSTOMER_SAYS } from './sentences';

const DUPLICATES: Readonly<Record<string, { pointer: string; message: Sentence }>> = {
  pelanggan_nik: {
    pointer: '/nik',
    message: CUSTOMER_SAYS.nikTaken,
  },
  pelanggan_alias_pkey: { pointer: '/legacy_number', message: CUSTOMER_SAYS.legacyNumberElsewhere },
  pelanggan_alias_form: { pointer: '/legacy_number', message: CUSTOMER_SAYS.legacyNumberElsewhere },
  meter_serial_active: {
    pointer: '/meter/serial',
    message: CUSTOMER_SAYS.meterElsewhere,
  },
};

/** What the database refused, in the words of the API; anything else is thrown on. */
export function refuseDuplicate(error: unknown): never {
  const constraint = violatedConstraint(error) ?? '';
  const duplicate = Object.hasOwn(DUPLICATES, constraint) ? DUPLICATES[constraint] : undefined;
  if (duplicate !== undefined)
    throw new Problem('customer.duplicate', {
      errors: [{ code: 'duplicate', pointer: duplicate.pointer, message: duplicate.message }],
    });
  if (constraint === 'pelanggan_tariff_id_fkey') throw new Problem('tariff.not_found');
  throw error;
}

/** @throws Problem request.invalid about one field */
export function refuseField(pointer: string, code: string, message: Sentence): never {
  throw new Problem('request.invalid', { errors: [{ pointer, code, message }] });
}
