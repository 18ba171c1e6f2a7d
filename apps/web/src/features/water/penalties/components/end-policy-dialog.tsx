import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { PenaltyPolicyDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { PeriodInput } from '../../../../components/form/period-input';
import { reasonRule, REASON_LENGTH } from '../../../../components/form/reason';
import { useFormAction } from '../../../../components/form/use-form-action';
import { ReasonField } from '../../../../components/form/reason-field';
import { changePolicy } from '../api/penalties-api';
import { ChangeEffect } from './change-effect';

interface Values extends Record<string, unknown> {
  valid_to: string | null;
  reason: string;
}

/** Sets, moves or takes away the last period of a policy, after what that would do was looked at. */
export function EndPolicyDialog({ policy, onClose }: { policy: PenaltyPolicyDto; onClose: () => void }) {
  const { t } = useTranslation('penalties');
  const form = useForm<Values>({
    initialValues: { valid_to: policy.valid_to, reason: '' },
    validate: {
      valid_to: (value) => (value === policy.valid_to ? t('end.same') : null),
      reason: reasonRule(REASON_LENGTH),
    },
  });
  const { sending } = useFormAction(form, {
    perform: changePolicy,
    done: () => t('changeAsked'),
    onSuccess: onClose,
    asks: ({ valid_to: validTo, reason }) => ({
      id: policy.id,
      version: policy.version,
      valid_to: validTo,
      reason: reason.trim(),
    }),
  });
  const { valid_to: end } = form.values;
  return (
    <FormDialog opened onClose={onClose} title={t('end.title')} submitLabel={t('form.send')} {...sending}>
      <Text size="sm">{t('end.body', { name: policy.name })}</Text>
      <PeriodInput
        label={t('end.last')}
        description={t('end.hint')}
        clearable
        value={end}
        error={form.errors.valid_to}
        onChange={(value) => {
          form.setFieldValue('valid_to', value);
        }}
      />
      {end !== policy.valid_to && <ChangeEffect id={policy.id} change={{ valid_to: end }} />}
      <ReasonField form={form} hint={null} />
    </FormDialog>
  );
}
