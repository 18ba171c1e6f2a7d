import { Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { TypedSelect } from '../../../../components/form/typed-select';
import { useBanks, useRegions } from '../../../../lib/reference-data';
import type { PayPointValues } from './pay-point-form';

/** The fields of a pay point, for a new one and for a change. */
export function PayPointFields({
  form,
  readOnly = false,
}: {
  form: UseFormReturnType<PayPointValues>;
  readOnly?: boolean;
}) {
  const { t } = useTranslation('pay-points');
  const { t: common } = useTranslation();
  const banks = useBanks().data ?? [];
  const regions = useRegions().data ?? [];
  const text = (field: 'name' | 'address' | 'hours' | 'phone' | 'coordinates') => ({
    label: t(field),
    readOnly,
    ...form.getInputProps(field),
  });
  return (
    <>
      <TextInput key={form.key('name')} {...text('name')} withAsterisk maxLength={100} />
      <Select
        key={form.key('bank_id')}
        label={t('owner')}
        description={t('ownerHint')}
        readOnly={readOnly}
        allowDeselect={false}
        data={[
          { value: '', label: t('own') },
          ...banks.map((bank) => ({ value: String(bank.id), label: bank.name })),
        ]}
        {...form.getInputProps('bank_id')}
      />
      <TypedSelect
        key={form.key('region_id')}
        label={common('word.region')}
        withAsterisk
        readOnly={readOnly}
        data={regions.map((region) => ({ value: String(region.id), label: region.name }))}
        {...form.getInputProps('region_id')}
      />
      <TextInput key={form.key('address')} {...text('address')} withAsterisk maxLength={200} />
      <TextInput
        key={form.key('hours')}
        {...text('hours')}
        withAsterisk
        maxLength={200}
        placeholder={t('hoursExample')}
      />
      <TextInput key={form.key('phone')} {...text('phone')} inputMode="tel" />
      <TextInput
        key={form.key('coordinates')}
        {...text('coordinates')}
        description={t('coordinatesHint')}
        placeholder="-3.992951, 122.518959"
      />
    </>
  );
}
