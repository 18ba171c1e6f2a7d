import type { TFunction } from 'i18next';
import { numberIn, numberProblem } from '../../../../lib/number-words';
import type { TypedNumber } from '../../../../lib/number-words';
import type { ChangeCustomerBody, CustomerDto, RegisterCustomerBody } from '@tirtapay/api-client';
import { NIK, PHONE, singleLine } from '@tirtapay/domain';

export interface CustomerValues extends Record<string, unknown> {
  name: string;
  address: string;
  phone: string;
  email: string;
  tariff_id: string | null;
}

export interface NewCustomerValues extends CustomerValues {
  nik: string;
  region_id: string | null;
  route_id: string | null;
  meter: { serial: string; digits: TypedNumber; size_mm: string; installed_stand: TypedNumber };
}

/** Nominal sizes a meter comes in, in millimetres. */
export const METER_SIZES = ['13', '15', '20', '25', '32', '40', '50', '80', '100'];

/** How many wheels a meter's dial has. */
export const METER_DIGITS = { min: 4, max: 8 } as const;

type Words = TFunction<['customers', 'common']>;

/** A stand fits the dial of its meter; of a dial that is still wrong itself nothing is said here. */
export function standProblem(
  t: TFunction<'customers'>,
  stand: TypedNumber,
  dial: TypedNumber,
): string | null {
  const digits = numberIn(dial) ?? METER_DIGITS.max;
  const value = numberIn(stand);
  if (value !== null && value >= 10 ** digits) return t('form.standTooLarge', { digits });
  return numberProblem(stand, { unit: 'm³' });
}

const required = (t: Words) => (value: string | number | null) =>
  value === null || String(value).trim() === '' ? t('form.required', { ns: 'common' }) : null;

/** Rules a person can check at once; the API has the last word. */
export function profileRules(t: Words) {
  return {
    name: required(t),
    address: required(t),
    tariff_id: required(t),
    phone: (value: string) =>
      value.trim() === '' || PHONE.accepts(singleLine(value)) ? null : t('form.phoneInvalid'),
    email: (value: string) => (value === '' || /^\S+@\S+\.\S+$/.test(value) ? null : t('form.emailInvalid')),
  };
}

export function newCustomerRules(t: Words) {
  return {
    ...profileRules(t),
    nik: (value: string) => (value.trim() === '' || NIK.accepts(value.trim()) ? null : t('form.nikInvalid')),
    region_id: required(t),
    route_id: required(t),
    meter: {
      serial: required(t),
      digits: (value: TypedNumber) => numberProblem(value, METER_DIGITS),
      size_mm: required(t),
      installed_stand: (value: TypedNumber, values: NewCustomerValues) =>
        standProblem(t, value, values.meter.digits),
    },
  };
}

const given = (text: string) => (text.trim() === '' ? undefined : text.trim());

export function toNewCustomer(values: NewCustomerValues): RegisterCustomerBody {
  const phone = given(values.phone);
  const email = given(values.email);
  const nik = given(values.nik);
  return {
    name: values.name.trim(),
    address: values.address.trim(),
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
    ...(nik !== undefined && { nik }),
    region_id: Number(values.region_id),
    route_id: Number(values.route_id),
    tariff_id: Number(values.tariff_id),
    meter: {
      serial: values.meter.serial.trim(),
      digits: Number(values.meter.digits),
      size_mm: Number(values.meter.size_mm),
      installed_stand: Number(values.meter.installed_stand),
    },
  };
}

export function valuesOf(customer: CustomerDto): CustomerValues {
  return {
    name: customer.name,
    address: customer.address,
    phone: customer.phone ?? '',
    email: customer.email ?? '',
    tariff_id: String(customer.tariff.id),
  };
}

/** Only what the person changed is sent, so that fields they may see masked are not written back. */
export function changesOf(
  before: CustomerValues,
  after: CustomerValues,
): Omit<ChangeCustomerBody, 'version'> {
  const changes: Omit<ChangeCustomerBody, 'version'> = {};
  if (after.name.trim() !== before.name) changes.name = after.name.trim();
  if (after.address.trim() !== before.address) changes.address = after.address.trim();
  if (after.phone.trim() !== before.phone) changes.phone = given(after.phone) ?? null;
  if (after.email.trim() !== before.email) changes.email = given(after.email) ?? null;
  if (after.tariff_id !== before.tariff_id) changes.tariff_id = Number(after.tariff_id);
  return changes;
}

/** After somebody else saved: what this person did not touch follows the stored data, what they typed stays. */
export function followLatest(
  base: CustomerValues,
  mine: CustomerValues,
  latest: CustomerValues,
): CustomerValues {
  const keep = <K extends keyof CustomerValues>(field: K): CustomerValues[K] =>
    mine[field] === base[field] ? latest[field] : mine[field];
  return {
    name: keep('name'),
    address: keep('address'),
    phone: keep('phone'),
    email: keep('email'),
    tariff_id: keep('tariff_id'),
  };
}
