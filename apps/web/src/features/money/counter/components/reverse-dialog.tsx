import { Alert, Text } from '@mantine/core';
import type { ShiftEntryDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { useForm } from '@mantine/form';
import { FormDialog } from '../../../../components/form/form-dialog';
import { reasonRule } from '../../../../components/form/reason';
import { ReasonField } from '../../../../components/form/reason-field';
import { useFormAction } from '../../../../components/form/use-form-action';
import { Icon } from '../../../../components/icon';
import { formatMoney } from '../../../../lib/format';
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
  const total = usePaymentAmount(entry.payment_id);
  const amount = total === undefined ? '…' : formatMoney(total);
  const form = useForm({
    initialValues: { reason: '', supervisor: NOBODY },
    validate: {
      reason: reasonRule(LEAST_REASON),
      supervisor: (supervisor) => (isSomebody(supervisor) ? null : t('reverse.supervisor')),
    },
  });
  const { sending } = useFormAction(form, {
    perform: reverseSale,
    done: ({ amount, agreed_by: by }) => t('reverse.done', { amount: formatMoney(amount), by }),
    onSuccess: onClose,
    onError: () => {
      // What was refused is typed anew; nobody's password stays on a screen.
      form.setFieldValue('supervisor', ({ username }) => ({ username, password: '' }));
      form.clearFieldError('supervisor');
    },
    asks: ({ reason, supervisor }) => ({
      id: entry.payment_id,
      body: {
        reason: reason.trim(),
        supervisor: { ...supervisor, username: supervisor.username.trim() },
      },
    }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('reverse.title')}
      submitLabel={t('reverse.submit')}
      {...sending}
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
      <ReasonField form={form} hint={t('reverse.reasonHint')} autoFocus />
      <CredentialFields
        legend={t('reverse.supervisor')}
        hint={t('reverse.supervisorHint')}
        value={form.values.supervisor}
        onChange={(supervisor) => {
          form.setFieldValue('supervisor', supervisor);
        }}
        missing={form.errors.supervisor != null}
      />
    </FormDialog>
  );
}
