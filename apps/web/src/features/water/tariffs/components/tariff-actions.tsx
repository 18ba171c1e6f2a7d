import { Button, Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { TariffDto } from '@tirtapay/api-client';
import { TARIFF_GROUPS } from '@tirtapay/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { useAction } from '../../../../lib/use-action';
import { changeTariff } from '../api/tariffs-api';

interface DialogProps {
  tariff: TariffDto;
  onClose: () => void;
}

function ChangeDialog({ tariff, onClose }: DialogProps) {
  const { t } = useTranslation('tariffs');
  const { t: common } = useTranslation();
  const form = useForm({
    initialValues: { name: tariff.name, kelompok: tariff.kelompok },
    validate: { name: (value) => (value.trim() === '' ? common('form.required') : null) },
  });
  const { sending } = useFormAction(form, {
    perform: changeTariff,
    done: ({ code }) => t('change.done', { code }),
    onSuccess: onClose,
    asks: ({ name, kelompok }) => ({ id: tariff.id, version: tariff.version, name: name.trim(), kelompok }),
  });
  return (
    <FormDialog opened onClose={onClose} title={t('change.title', { code: tariff.code })} {...sending}>
      <Text size="sm" c="dimmed">
        {t('change.codeStays')}
      </Text>
      <TextInput
        label={common('word.name')}
        withAsterisk
        maxLength={100}
        data-autofocus
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

function CloseDialog({ tariff, onClose }: DialogProps) {
  const { t } = useTranslation('tariffs');
  const step = tariff.active ? 'close' : 'reopen';
  const action = useAction({
    perform: (reason: string) =>
      changeTariff({ id: tariff.id, version: tariff.version, active: !tariff.active, reason }),
    done: ({ code }) => t('change.done', { code }),
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(`change.${step}Title`, { code: tariff.code })}
      confirmLabel={t(`change.${step}`)}
      danger={tariff.active}
      reason="required"
      action={action}
    >
      <Text size="sm">{t(`change.${step}Body`)}</Text>
    </ConfirmDialog>
  );
}

/** Name and group of a category, and whether somebody may still come to it; prices are proposed instead. */
export function TariffActions({ tariff }: { tariff: TariffDto }) {
  const { t } = useTranslation('tariffs');
  const [open, setOpen] = useState<'change' | 'close'>();
  const close = () => {
    setOpen(undefined);
  };
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setOpen('change');
        }}
      >
        {t('change.action')}
      </Button>
      <Button
        variant={tariff.active ? 'light' : 'default'}
        {...(tariff.active && { color: 'red' })}
        onClick={() => {
          setOpen('close');
        }}
      >
        {t(tariff.active ? 'change.close' : 'change.reopen')}
      </Button>
      {open === 'change' && <ChangeDialog tariff={tariff} onClose={close} />}
      {open === 'close' && <CloseDialog tariff={tariff} onClose={close} />}
    </>
  );
}
