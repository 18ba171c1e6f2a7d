import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { DrawerDetailDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { NumberField } from '../../../../components/form/number-field';
import { formatMoney } from '../../../../lib/format';
import { numberIn, numberProblem } from '../../../../lib/number-words';
import type { TypedNumber } from '../../../../lib/number-words';
import { putFloat } from '../api/drawers-api';

const AMOUNT = { unit: 'Rp', min: 1, max: 1_000_000_000 } as const;

interface Values extends Record<string, unknown> {
  amount: TypedNumber;
  note: string;
}

/** Change money put into a drawer from the bank account. */
export function FloatDialog({ drawer, onClose }: { drawer: DrawerDetailDto; onClose: () => void }) {
  const { t } = useTranslation('counter');
  const { t: common } = useTranslation();
  // One dialog is one request: sent twice it is still booked once.
  const [requestId] = useState(() => crypto.randomUUID());
  const form = useForm<Values>({
    initialValues: { amount: '', note: '' },
    validate: { amount: (value) => numberProblem(value, AMOUNT) },
  });
  const { sending } = useFormAction(form, {
    perform: putFloat,
    done: () => t('float.done', { amount: formatMoney(numberIn(form.values.amount) ?? 0) }),
    onSuccess: onClose,
    asks: ({ amount, note }) => ({
      id: drawer.id,
      body: {
        amount: numberIn(amount) ?? 0,
        request_id: requestId,
        ...(note.trim() !== '' && { note: note.trim() }),
      },
    }),
  });
  return (
    <FormDialog opened onClose={onClose} title={t('float.title')} {...sending}>
      <Text size="sm">{t('float.hint', { name: drawer.name })}</Text>
      <NumberField
        label={common('word.amount')}
        unit="Rp"
        limits={AMOUNT}
        withAsterisk
        data-autofocus
        key={form.key('amount')}
        {...form.getInputProps('amount')}
      />
      <TextInput
        label={`${common('word.note')} (${common('form.optional')})`}
        maxLength={300}
        key={form.key('note')}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  );
}
