import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { CreateTariffBody } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { TARIFF_GROUPS } from '@tirtapay/domain';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { createTariff } from '../api/tariffs-api';

type TariffGroup = CreateTariffBody['kelompok'];

export function NewTariffDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('tariffs');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const required = (value: string) => (value.trim() === '' ? common('form.required') : null);
  const form = useForm({
    initialValues: { code: '', name: '', kelompok: 'II' },
    validate: { code: required, name: required },
  });
  const { sending } = useFormAction(form, {
    perform: createTariff,
    done: (tariff) => t('create.done', { code: tariff.code }),
    onSuccess: (tariff) => void navigate(`/tariffs/${String(tariff.id)}`),
    asks: ({ code, name, kelompok }) => ({
      code: code.trim(),
      name: name.trim(),
      kelompok: kelompok as TariffGroup,
    }),
  });
  return (
    <FormDialog opened={opened} onClose={onClose} title={t('create.title')} {...sending}>
      <TextInput
        label={t('code')}
        withAsterisk
        maxLength={20}
        data-autofocus
        key={form.key('code')}
        {...form.getInputProps('code')}
      />
      <TextInput
        label={common('word.name')}
        withAsterisk
        maxLength={100}
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
      <Select
        label={t('group')}
        withAsterisk
        allowDeselect={false}
        data={TARIFF_GROUPS.map((value) => ({ value, label: common(`tariffGroup.${value}`) }))}
        key={form.key('kelompok')}
        {...form.getInputProps('kelompok')}
      />
    </FormDialog>
  );
}
