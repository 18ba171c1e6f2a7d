import { Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import type { AgreeTermsBody, OverviewDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { useUtility } from '../../../../lib/reference-data';
import { agreeTerms } from '../api/reconciliation-api';

interface Values extends Record<string, unknown> {
  valid_from: string;
  cutoff: string;
  settles_saturdays: boolean;
  settles_sundays: boolean;
}

function bodyOf({ cutoff, ...values }: Values): AgreeTermsBody {
  return {
    valid_from: values.valid_from,
    cutoff: cutoff === '' ? null : cutoff,
    settles_saturdays: values.settles_saturdays,
    settles_sundays: values.settles_sundays,
    qris_lag_days: 0,
    fee_per_payment: null,
    mdr_ppm: null,
  };
}

/** From which day a bank is reconciled, and when it settles: without it none of its files is taken. */
export function BeginBank({ bank }: { bank: OverviewDto['banks'][number] }) {
  const { t } = useTranslation('reconciliation');
  const [opened, { open, close }] = useDisclosure(false);
  const utility = useUtility();
  const form = useForm<Values>({
    initialValues: { valid_from: '', cutoff: '', settles_saturdays: false, settles_sundays: false },
    validate: { valid_from: (value) => (value === '' ? t('begin.dateMissing') : null) },
  });
  const { sending } = useFormAction(form, {
    perform: (body: AgreeTermsBody) => agreeTerms({ bankId: bank.bank_id, body }),
    asks: bodyOf,
    done: () => t('begin.done', { bank: bank.bank_name }),
    onSuccess: close,
  });
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('begin.of', { bank: bank.bank_name })}
        onClick={() => {
          form.setFieldValue('valid_from', utility.data?.business_date ?? '');
          open();
        }}
      >
        {t('begin.title')}
      </Button>
      <FormDialog
        opened={opened}
        onClose={close}
        title={t('begin.of', { bank: bank.bank_name })}
        {...sending}
      >
        <Stack>
          <Text size="sm">{t('begin.body')}</Text>
          <TextInput type="date" label={t('begin.from')} withAsterisk {...form.getInputProps('valid_from')} />
          <TextInput
            type="time"
            label={t('begin.cutoff')}
            description={t('begin.cutoffHint')}
            {...form.getInputProps('cutoff')}
          />
          <Checkbox
            label={t('begin.saturdays')}
            {...form.getInputProps('settles_saturdays', { type: 'checkbox' })}
          />
          <Checkbox
            label={t('begin.sundays')}
            {...form.getInputProps('settles_sundays', { type: 'checkbox' })}
          />
        </Stack>
      </FormDialog>
    </>
  );
}
