import { useForm, type UseFormReturnType } from '@mantine/form';
import type { CreatePayPointBody, PayPointDto } from '@tirtapay/api-client';
import { COORDINATES, PHONE, singleLine, type FieldKind } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../../i18n';

export interface PayPointValues extends Record<string, unknown> {
  /** '' is the utility's own. */
  bank_id: string;
  region_id: string | null;
  name: string;
  address: string;
  hours: string;
  phone: string;
  coordinates: string;
}

const EMPTY: PayPointValues = {
  bank_id: '',
  region_id: null,
  name: '',
  address: '',
  hours: '',
  phone: '',
  coordinates: '',
};

export function valuesOf(point: PayPointDto): PayPointValues {
  return {
    bank_id: point.bank_id === null ? '' : String(point.bank_id),
    region_id: String(point.region_id),
    name: point.name,
    address: point.address,
    hours: point.hours,
    phone: point.phone ?? '',
    coordinates: point.coordinates ?? '',
  };
}

/** Rules a person can check at once; the API has the last word. */
export function usePayPointForm(point?: PayPointDto): UseFormReturnType<PayPointValues> {
  const { t: common } = useTranslation();
  const required = (value: string | null) =>
    value === null || value.trim() === '' ? common('form.required') : null;
  const kind =
    ({ accepts, words }: FieldKind) =>
    (value: string) =>
      value.trim() === '' || accepts(singleLine(value)) ? null : words[currentLanguage()];
  return useForm<PayPointValues>({
    initialValues: point === undefined ? EMPTY : valuesOf(point),
    validate: {
      region_id: required,
      name: required,
      address: required,
      hours: required,
      phone: kind(PHONE),
      coordinates: kind(COORDINATES),
    },
  });
}

export function toPayPoint(values: PayPointValues): CreatePayPointBody {
  const given = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    bank_id: values.bank_id === '' ? null : Number(values.bank_id),
    region_id: Number(values.region_id),
    name: values.name.trim(),
    address: values.address.trim(),
    hours: values.hours.trim(),
    phone: given(values.phone),
    coordinates: given(values.coordinates),
  };
}
