import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { NumberField } from '../../../../components/form/number-field';
import { formatMoney } from '../../../../lib/format';
import { numberIn, numberProblem } from '../../../../lib/number-words';
import type { TypedNumber } from '../../../../lib/number-words';
import { deposit } from '../api/drawers-api';

const AMOUNT = { unit: 'Rp', min: 1, max: 1_000_000_000 } as const;

interface Values extends Record<string, unknown> {
  amount: TypedNumber;
  bank_reference: string;
  note: string;
}

/** Takings brought to the bank; the number of the slip finds them on its statement. */
export function DepositDialog({ drawerId, onClose }: { drawerId: number; onClose: () => void }) {
  const { t } = useTranslation('counter');
  const { t: common } = useTranslation();
  // One dialog is one request: sent twice it is still booked once.
  const [requestId] = useState(() => crypto.randomUUID());
  const form = useForm<Values>({
    initialValues: { amount: '', bank_reference: '', note: '' },
    validate: {
      amount: (value) => numberProblem(value, AMOUNT),
      bank_reference: (value) => (value.trim() === '' ? common('form.required') : null),
    },
  });
  const { sending } = useFormAction(form, {
    perform: deposit,
    done: () => t('deposit.done', { amount: formatMoney(numberIn(form.values.amount) ?? 0) }),
    onSuccess: onClose,
    asks: ({ amount, bank_reference: reference, note }) => ({
      id: drawerId,
      body: {
        amount: numberIn(amount) ?? 0,
        bank_reference: reference.trim(),
        request_id: requestId,
        ...(note.trim() !== '' && { note: note.trim() }),
      },
    }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('deposit.title')}
      submitLabel={t('deposit.submit')}
      {...sending}
    >
      <NumberField
        label={t('deposit.amount')}
        unit="Rp"
        limits={AMOUNT}
        withAsterisk
        data-autofocus
        key={form.key('amount')}
        {...form.getInputProps('amount')}
      />
      <TextInput
        label={t('deposit.reference')}
        description={t('deposit.referenceHint')}
        withAsterisk
        maxLength={64}
        autoComplete="off"
        key={form.key('bank_reference')}
        {...form.getInputProps('bank_reference')}
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
