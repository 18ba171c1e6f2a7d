import { Button, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { BillDetailDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { NumberField } from '../../../../components/form/number-field';
import { reasonRule } from '../../../../components/form/reason';
import { useFormAction } from '../../../../components/form/use-form-action';
import { ReasonField } from '../../../../components/form/reason-field';
import { numberProblem, type TypedNumber } from '../../../../lib/number-words';
import { requestOpening } from '../api/bills-api';

const REASON_LETTERS = 10;

interface Values extends Record<string, unknown> {
  principal: TypedNumber;
  penalty: TypedNumber;
  reason: string;
}

type Stands = NonNullable<BillDetailDto['opening']>;

interface Props {
  readonly bill: BillDetailDto;
  readonly stands: Stands;
}

function Dialog({ bill, stands: before, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation('bills');
  const required = (value: TypedNumber) => numberProblem(value, { unit: 'Rp' });
  const form = useForm<Values>({
    initialValues: { principal: before.principal, penalty: before.penalty, reason: '' },
    validate: {
      principal: (value, { penalty }) =>
        Number(value) === before.principal && Number(penalty) === before.penalty
          ? t('opening.same')
          : required(value),
      penalty: required,
      reason: reasonRule(REASON_LETTERS),
    },
  });
  const { sending } = useFormAction(form, {
    perform: requestOpening,
    done: () => t('opening.asked'),
    onSuccess: onClose,
    asks: ({ principal, penalty, reason }) => ({
      id: bill.id,
      principal: Number(principal),
      penalty: Number(penalty),
      reason: reason.trim(),
    }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('opening.title')}
      submitLabel={t('correction.send')}
      {...sending}
    >
      <Text size="sm">
        {t(bill.state === 'ISSUED' && !bill.corrected ? 'opening.body' : 'opening.bodySettled')}
      </Text>
      <NumberField
        label={t('opening.principal')}
        withAsterisk
        unit="Rp"
        key={form.key('principal')}
        {...form.getInputProps('principal')}
      />
      <NumberField
        label={t('opening.penalty')}
        withAsterisk
        unit="Rp"
        key={form.key('penalty')}
        {...form.getInputProps('penalty')}
      />
      <ReasonField form={form} hint={null} most={500} />
    </FormDialog>
  );
}

/** Puts right what the system before handed over, by two people. */
export function CorrectOpening({ bill, stands }: Props) {
  const { t } = useTranslation('bills');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="light"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('opening.ask')}
      </Button>
      {open && (
        <Dialog
          bill={bill}
          stands={stands}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
