import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { SaleDto, SaleOutcomeBody } from '@tirtapay/api-client';
import { PPOB_SERVICES, SALE_OUTCOMES } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { NumberField } from '../../../../components/form/number-field';
import { ReasonField } from '../../../../components/form/reason-field';
import { useFormAction } from '../../../../components/form/use-form-action';
import { numberProblem, type TypedNumber } from '../../../../lib/number-words';
import { requestOutcome } from '../api/sales-api';

interface Values extends Record<string, unknown> {
  outcome: SaleOutcomeBody['outcome'];
  cost: TypedNumber;
  code: string;
  reason: string;
}

const MOST_TOLD = 200;

/** What a supplier says by another way than its answers: written down here, decided by another. */
export function OutcomeDialog({ sale, onClose }: { sale: SaleDto; onClose: () => void }) {
  const { t } = useTranslation('ppob-sales');
  const { t: common } = useTranslation();
  const delivers = PPOB_SERVICES[sale.service_code].delivers !== null;
  const form = useForm<Values>({
    initialValues: { outcome: 'FAILED', cost: '', code: '', reason: '' },
    validate: {
      cost: (cost, { outcome }) =>
        outcome === 'FAILED' || cost === '' ? null : numberProblem(cost, { min: 0, unit: 'Rp' }),
      code: (code, { outcome }) =>
        outcome === 'SUCCESS' && delivers && code.trim() === '' ? common('form.required') : null,
      reason: (reason) => (reason.trim() === '' ? common('form.required') : null),
    },
  });
  const { sending } = useFormAction(form, {
    perform: requestOutcome,
    done: () => t('settle.sent'),
    onSuccess: onClose,
    asks: ({ outcome, cost, code, reason }) => ({
      id: sale.id,
      outcome,
      reason: reason.trim(),
      ...(outcome === 'SUCCESS' && cost !== '' && { cost: Number(cost) }),
      ...(outcome === 'SUCCESS' && delivers && { code: code.trim() }),
    }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('settle.title', { number: sale.id })}
      submitLabel={t('settle.ask')}
      {...sending}
    >
      <Text size="sm">{t('settle.body')}</Text>
      <Radio.Group label={t('settle.result')} {...form.getInputProps('outcome')}>
        <Stack gap="xs" mt="xs">
          {SALE_OUTCOMES.map((value) => (
            <Radio key={value} value={value} label={t(`settle.results.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {form.values.outcome === 'SUCCESS' && (
        <>
          {delivers && (
            <TextInput
              label={t('settle.code')}
              maxLength={100}
              withAsterisk
              {...form.getInputProps('code')}
            />
          )}
          <NumberField
            label={t('cost')}
            description={t('settle.costHint')}
            unit="Rp"
            {...form.getInputProps('cost')}
          />
        </>
      )}
      <ReasonField form={form} label={t('settle.told')} hint={t('settle.toldHint')} most={MOST_TOLD} />
    </FormDialog>
  );
}
