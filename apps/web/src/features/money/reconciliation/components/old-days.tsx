import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import type { AgreementDto, OldDaysBody } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { NumberField } from '../../../../components/form/number-field';
import { reasonRule } from '../../../../components/form/reason';
import { ReasonField } from '../../../../components/form/reason-field';
import { useFormAction } from '../../../../components/form/use-form-action';
import { Money } from '../../../../components/money';
import { Fields, Panel } from '../../../../components/page/panel';
import { formatDate, formatMoney } from '../../../../lib/format';
import { numberIn, numberProblem, type TypedNumber } from '../../../../lib/number-words';
import { usePermission } from '../../../../lib/use-permission';
import { requestOldDays } from '../api/reconciliation-api';

interface Values extends Record<string, unknown> {
  agreed: TypedNumber;
  letter: string;
  reason: string;
}

function AgreeOldDays({ agreement, onClose }: { agreement: AgreementDto; onClose: () => void }) {
  const { t } = useTranslation('reconciliation');
  const { t: common } = useTranslation();
  const form = useForm<Values>({
    initialValues: { agreed: '', letter: '', reason: '' },
    validate: {
      agreed: (value) => numberProblem(value, { unit: 'Rp' }),
      letter: (value) => (value.trim() === '' ? common('form.required') : null),
      reason: (value) => reasonRule(10)(value),
    },
  });
  const { sending } = useFormAction(form, {
    perform: (body: OldDaysBody) => requestOldDays(body),
    asks: ({ agreed, letter, reason }) => ({
      bank_id: agreement.bank_id,
      agreed: numberIn(agreed) ?? 0,
      letter: letter.trim(),
      reason: reason.trim(),
    }),
    done: () => t('item.sent'),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('agreement.closeOldDays')}
      submitLabel={t('item.ask')}
      {...sending}
    >
      <Stack>
        <Text size="sm">{t('agreement.oldDaysBody', { due: formatMoney(agreement.old_days_due) })}</Text>
        <NumberField label={t('agreement.agreed')} unit="Rp" withAsterisk {...form.getInputProps('agreed')} />
        <TextInput
          label={t('agreement.letter')}
          withAsterisk
          maxLength={80}
          {...form.getInputProps('letter')}
        />
        <ReasonField form={form} label={t('item.reason')} hint={null} />
      </Stack>
    </FormDialog>
  );
}

/** The days before the first that is reconciled: what the bank owes of them, and the letter by which they were closed. */
export function OldDays({ agreement }: { agreement: AgreementDto }) {
  const { t } = useTranslation('reconciliation');
  const mayManage = usePermission('reconciliation.manage');
  const [asking, { open, close }] = useDisclosure(false);
  const { old_days: old } = agreement;
  return (
    <Panel
      title={t('agreement.oldDays')}
      action={
        mayManage &&
        old === null &&
        agreement.old_days_over && (
          <Button size="compact-sm" variant="default" onClick={open}>
            {t('agreement.closeOldDays')}
          </Button>
        )
      }
    >
      {old === null ? (
        <Stack gap="xs">
          <Fields rows={[{ label: t('agreement.due'), value: <Money amount={agreement.old_days_due} /> }]} />
          {agreement.reconcile_from !== null && !agreement.old_days_over && (
            <Text size="sm" c="dimmed">
              {t('agreement.oldDaysGoOn', { from: formatDate(agreement.reconcile_from) })}
            </Text>
          )}
        </Stack>
      ) : (
        <Fields
          rows={[
            { label: t('agreement.through'), value: formatDate(old.through) },
            { label: t('agreement.due'), value: <Money amount={old.due} /> },
            { label: t('agreement.agreed'), value: <Money amount={old.agreed} /> },
            { label: t('agreement.claimed'), value: <Money amount={old.claimed} /> },
            { label: t('agreement.letter'), value: old.letter },
          ]}
        />
      )}
      {asking && <AgreeOldDays agreement={agreement} onClose={close} />}
    </Panel>
  );
}
