import type { TFunction } from 'i18next';
import type { ChangeCustomerBody, CustomerDto, RegisterCustomerBody } from '@tirtapay/api-client';
import { NIK, PHONE, singleLine } from '@tirtapay/domain';
import { meterOf, meterRules } from './meter-form';
import type { MeterValues } from './meter-form';

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
  meter: MeterValues;
}

type Words = TFunction<['customers', 'common']>;

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
    meter: meterRules(t),
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
    meter: meterOf(values.meter),
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
