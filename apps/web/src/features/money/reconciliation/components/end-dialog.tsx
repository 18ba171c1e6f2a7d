import { Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { AgreementDto } from '@tirtapay/api-client';
import { addDays, businessDate } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { reasonRule } from '../../../../components/form/reason';
import { ReasonField } from '../../../../components/form/reason-field';
import { useFormAction } from '../../../../components/form/use-form-action';
import { formatDate } from '../../../../lib/format';
import { requestEnd, requestResumption } from '../api/reconciliation-api';
import { LeftToSettle } from './left-to-settle';

interface Values extends Record<string, unknown> {
  last_day: string;
  resumes_on: string;
  reason: string;
}

/** Asks for the last day, or, of what has ended, for the day it is begun again with. */
export function EndDialog({ agreement, onClose }: { agreement: AgreementDto; onClose: () => void }) {
  const { t } = useTranslation('reconciliation');
  const { bank_id: bankId, last_day: last } = agreement;
  const ends = last === null;
  const given = (value: string) => (value === '' ? t('begin.dateMissing') : null);
  const form = useForm<Values>({
    initialValues: {
      last_day: '',
      // On the day after the last one the end is taken back.
      resumes_on: last === null ? '' : addDays(businessDate(last), 1),
      reason: '',
    },
    validate: {
      last_day: (value) => (ends ? given(value) : null),
      resumes_on: (value) => (ends ? null : given(value)),
      reason: (value) => reasonRule(10)(value),
    },
  });
  const { sending } = useFormAction(form, {
    perform: (values: Values) =>
      ends
        ? requestEnd({ bankId, body: { last_day: values.last_day, reason: values.reason } })
        : requestResumption({ bankId, body: { resumes_on: values.resumes_on, reason: values.reason } }),
    asks: (values) => ({ ...values, reason: values.reason.trim() }),
    done: () => t('item.sent'),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(ends ? 'ending.end' : 'ending.resume')}
      submitLabel={t('item.ask')}
      {...sending}
    >
      <Stack>
        <Text size="sm">{ends ? t('ending.body') : t('ending.resumeBody', { date: formatDate(last) })}</Text>
        {ends && <LeftToSettle agreement={agreement} />}
        {ends ? (
          <TextInput
            type="date"
            label={t('ending.lastDay')}
            withAsterisk
            {...form.getInputProps('last_day')}
          />
        ) : (
          <TextInput
            type="date"
            label={t('ending.from')}
            withAsterisk
            {...form.getInputProps('resumes_on')}
          />
        )}
        <ReasonField form={form} label={t('item.reason')} hint={null} />
      </Stack>
    </FormDialog>
  );
}
