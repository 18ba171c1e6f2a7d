import { Text } from '@mantine/core';
import type { ShiftEntryDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { useForm } from '@mantine/form';
import { FormDialog } from '../../../../components/form/form-dialog';
import { reasonRule } from '../../../../components/form/reason';
import { ReasonField } from '../../../../components/form/reason-field';
import { useFormAction } from '../../../../components/form/use-form-action';
import { formatMoney } from '../../../../lib/format';
import { reportWrongSale } from '../api/counter-api';

const LEAST_REASON = 10;

interface WrongSaleDialogProps {
  entry: ShiftEntryDto & { payment_id: number };
  onClose: () => void;
}

/** What turns out wrong when its shift is over is for the office: a case, and two people reverse it there. */
export function WrongSaleDialog({ entry, onClose }: WrongSaleDialogProps) {
  const { t } = useTranslation('counter');
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: reasonRule(LEAST_REASON) } });
  const { sending } = useFormAction(form, {
    perform: reportWrongSale,
    done: ({ case_id: id }) => t('wrong.done', { id }),
    onSuccess: onClose,
    asks: ({ reason }) => ({ id: entry.payment_id, reason: reason.trim() }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('wrong.title')}
      submitLabel={t('wrong.submit')}
      {...sending}
    >
      <Text size="sm">
        {t('wrong.body', { number: entry.receipt_number ?? '', amount: formatMoney(entry.amount ?? 0) })}
      </Text>
      <ReasonField form={form} hint={null} autoFocus />
    </FormDialog>
  );
}
