import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../lib/format';
import { numberIn, numberProblem, type TypedNumber } from '../../lib/number-words';
import { FormDialog } from './form-dialog';
import { NumberField } from './number-field';
import { useFormAction } from './use-form-action';
import { ReasonField } from './reason-field';

const AMOUNT = { unit: 'Rp', min: 0, max: 1_000_000_000_000 } as const;

interface Values extends Record<string, unknown> {
  amount: TypedNumber;
  bank_reference: string;
  reason: string;
}

/** What a correction asks for: what was booked wrong, and what is right. */
export interface MovementCorrection {
  readonly id: number;
  readonly amount: number;
  readonly bank_reference?: string;
  readonly reason: string;
}

interface Props {
  readonly id: number;
  /** Above zero, as it was booked. */
  readonly booked: number;
  /** As it was booked; null: the movement has none. Absent: it is asked for only when it was wrong. */
  readonly reference?: string | null;
  readonly perform: (correction: MovementCorrection) => Promise<unknown>;
  readonly onClose: () => void;
}

/** A movement of money that was typed wrong: taken back and booked right by two people. */
export function MovementCorrectionDialog({ id, booked, reference, perform, onClose }: Props) {
  const { t } = useTranslation();
  const form = useForm<Values>({
    initialValues: { amount: '', bank_reference: reference ?? '', reason: '' },
    validate: {
      amount: (value) => numberProblem(value, AMOUNT),
      reason: (value) => (value.trim().length < 5 ? t('form.required') : null),
    },
  });
  const { sending } = useFormAction(form, {
    perform,
    done: () => t('movementCorrection.sent'),
    onSuccess: onClose,
    asks: (values) => ({
      id,
      amount: numberIn(values.amount) ?? 0,
      reason: values.reason.trim(),
      ...(values.bank_reference.trim() !== '' && { bank_reference: values.bank_reference.trim() }),
    }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('movementCorrection.title')}
      submitLabel={t('movementCorrection.ask')}
      {...sending}
    >
      <Text size="sm">{t('movementCorrection.body', { amount: formatMoney(booked) })}</Text>
      <NumberField
        label={t('movementCorrection.amount')}
        description={t('movementCorrection.amountHint')}
        unit="Rp"
        limits={AMOUNT}
        withAsterisk
        data-autofocus
        key={form.key('amount')}
        {...form.getInputProps('amount')}
      />
      {reference !== null && (
        <TextInput
          label={t('movementCorrection.reference')}
          maxLength={64}
          autoComplete="off"
          key={form.key('bank_reference')}
          {...form.getInputProps('bank_reference')}
        />
      )}
      <ReasonField form={form} />
    </FormDialog>
  );
}
