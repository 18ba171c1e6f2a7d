import { Text, Textarea } from '@mantine/core';
import type { ShiftEntryDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { formatMoney } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { reportWrongSale } from '../api/counter-api';

const LEAST_REASON = 10;

interface WrongSaleDialogProps {
  entry: ShiftEntryDto & { payment_id: number };
  onClose: () => void;
}

/** What turns out wrong when its shift is over is for the office: a case, and two people reverse it there. */
export function WrongSaleDialog({ entry, onClose }: WrongSaleDialogProps) {
  const { t } = useTranslation('counter');
  const { t: common } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const tooShort = reason.trim().length < LEAST_REASON;
  const action = useAction({
    perform: reportWrongSale,
    done: ({ case_id: id }) => t('wrong.done', { id }),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('wrong.title')}
      pending={action.isPending}
      error={action.error}
      submitLabel={t('wrong.submit')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!tooShort) action.run({ id: entry.payment_id, reason: reason.trim() });
      }}
    >
      <Text size="sm">
        {t('wrong.body', { number: entry.receipt_number ?? '', amount: formatMoney(entry.amount ?? 0) })}
      </Text>
      <Textarea
        data-autofocus
        label={common('form.reason')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={300}
        value={reason}
        error={tried && tooShort ? common('form.tooShort', { min: LEAST_REASON }) : undefined}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
    </FormDialog>
  );
}
