import { Alert, Text, Textarea } from '@mantine/core';
import type { ShiftEntryDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { Icon } from '../../../../components/icon';
import { formatMoney } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { reverseSale, usePaymentAmount } from '../api/counter-api';
import { CredentialFields, isSomebody, NOBODY } from './credentials';

const LEAST_REASON = 10;

interface ReverseDialogProps {
  entry: ShiftEntryDto & { payment_id: number };
  onClose: () => void;
}

/** A wrong sale is taken back while its shift is open: a second person signs in this dialog with their own password. */
export function ReverseDialog({ entry, onClose }: ReverseDialogProps) {
  const { t } = useTranslation('counter');
  const { t: common } = useTranslation();
  const [reason, setReason] = useState('');
  const [supervisor, setSupervisor] = useState(NOBODY);
  const [tried, setTried] = useState(false);
  const total = usePaymentAmount(entry.payment_id);
  const amount = total === undefined ? '…' : formatMoney(total);
  const tooShort = reason.trim().length < LEAST_REASON;
  const action = useAction({
    perform: reverseSale,
    done: ({ amount, agreed_by: by }) => t('reverse.done', { amount: formatMoney(amount), by }),
    onSuccess: onClose,
    onError: () => {
      // What was refused is typed anew; nobody's password stays on a screen.
      setSupervisor((now) => ({ ...now, password: '' }));
      setTried(false);
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('reverse.title')}
      pending={action.isPending}
      error={action.error}
      submitLabel={t('reverse.submit')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (tooShort || !isSomebody(supervisor)) return;
        action.run({
          id: entry.payment_id,
          body: {
            reason: reason.trim(),
            supervisor: { ...supervisor, username: supervisor.username.trim() },
          },
        });
      }}
    >
      <Text size="sm">
        {t('reverse.body', {
          number: entry.receipt_number ?? '',
          name: entry.name ?? entry.subject ?? '',
          amount,
        })}
      </Text>
      <Alert color="yellow" variant="light" icon={<Icon name="warning" />}>
        {t('reverse.cash', { amount })}
      </Alert>
      <Textarea
        data-autofocus
        label={common('form.reason')}
        description={t('reverse.reasonHint')}
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
      <CredentialFields
        legend={t('reverse.supervisor')}
        hint={t('reverse.supervisorHint')}
        value={supervisor}
        onChange={setSupervisor}
        missing={tried}
      />
    </FormDialog>
  );
}
