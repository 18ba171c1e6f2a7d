import { Textarea, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { TypedSelect } from '../../../../components/form/typed-select';
import { useTariffs } from '../../../../lib/reference-data';

/** Any form that has these fields. */
interface FieldSource {
  key: (path: string) => string;
  getInputProps: (path: string) => GetInputPropsReturnType;
}

/** Name, address and ways to reach the customer: the same when registering and when editing. */
export function ProfileFields({ form }: { form: FieldSource }) {
  const { t } = useTranslation('customers');
  return (
    <>
      <TextInput
        label={t('form.name')}
        withAsterisk
        maxLength={120}
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
      <Textarea
        label={t('form.address')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={300}
        key={form.key('address')}
        {...form.getInputProps('address')}
      />
      <TextInput
        label={t('form.phone')}
        type="tel"
        key={form.key('phone')}
        {...form.getInputProps('phone')}
      />
      <TextInput
        label={t('form.email')}
        type="email"
        key={form.key('email')}
        {...form.getInputProps('email')}
      />
    </>
  );
}

export function TariffField({ form }: { form: FieldSource }) {
  const { t } = useTranslation();
  const tariffs = useTariffs();
  return (
    <TypedSelect
      label={t('word.tariff')}
      withAsterisk
      placeholder={t('form.choose')}
      data={(tariffs.data ?? [])
        .filter((row) => row.active)
        .map((row) => ({ value: String(row.id), label: `${row.code} · ${row.name}` }))}
      key={form.key('tariff_id')}
      {...form.getInputProps('tariff_id')}
    />
  );
}
