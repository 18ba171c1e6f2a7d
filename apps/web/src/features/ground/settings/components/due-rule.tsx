import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import type { SettingsDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { ApprovalLink } from '../../../../components/approval-link';
import { FormDialog } from '../../../../components/form/form-dialog';
import { NumberField } from '../../../../components/form/number-field';
import { reasonProblem } from '../../../../components/form/reason';
import { ReasonField } from '../../../../components/form/reason-field';
import { useFormAction } from '../../../../components/form/use-form-action';
import { Icon } from '../../../../components/icon';
import { Fields } from '../../../../components/page/panel';
import { formatNumber } from '../../../../lib/format';
import type { TypedNumber } from '../../../../lib/number-words';
import { askForDueRule } from '../api/settings-api';

interface DueRuleProps {
  settings: SettingsDto;
  mayManage: boolean;
}

/** When bills are due. Penalties follow from it: another person agrees before it changes. */
export function DueRule({ settings, mayManage }: DueRuleProps) {
  const { t } = useTranslation('settings');
  const [opened, { open, close }] = useDisclosure(false);
  const {
    due_day: day,
    least_days: least,
    instalment_grace_days: grace,
    due_rule_approval_id: waiting,
  } = settings;
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('due.hint')}
      </Text>
      <Fields
        rows={[
          { label: t('due.day'), value: t('due.dayValue', { day: formatNumber(day) }) },
          { label: t('due.least'), value: t('due.leastValue', { count: least }) },
          { label: t('due.grace'), value: t('due.leastValue', { count: grace }) },
        ]}
      />
      {waiting !== null && (
        <Alert color="yellow" variant="light" icon={<Icon name="clock" />}>
          {t('due.waiting')} <ApprovalLink id={waiting}>{t('due.see')}</ApprovalLink>
        </Alert>
      )}
      {mayManage && waiting === null && (
        <Group>
          <Button variant="default" onClick={open}>
            {t('due.change')}
          </Button>
        </Group>
      )}
      {opened && <DueRuleDialog day={day} least={least} grace={grace} onClose={close} />}
    </Stack>
  );
}

interface DueRuleDialogProps {
  day: number;
  least: number;
  grace: number;
  onClose: () => void;
}

function DueRuleDialog({ day, least, grace, onClose }: DueRuleDialogProps) {
  const { t } = useTranslation('settings');
  const within = (from: number, to: number, wrong: string) => (value: TypedNumber) =>
    typeof value === 'number' && value >= from && value <= to ? null : wrong;
  const form = useForm<
    Record<'due_day' | 'least_days' | 'instalment_grace_days', TypedNumber> & { reason: string }
  >({
    mode: 'controlled',
    initialValues: { due_day: day, least_days: least, instalment_grace_days: grace, reason: '' },
    validate: {
      due_day: within(1, 28, t('due.dayWrong')),
      least_days: within(0, 60, t('due.leastWrong')),
      instalment_grace_days: within(0, 60, t('due.leastWrong')),
      reason: reasonProblem,
    },
  });
  const { sending } = useFormAction(form, {
    perform: askForDueRule,
    asks: ({ due_day: dueDay, least_days: leastDays, instalment_grace_days: graceDays, reason }) => ({
      due_day: Number(dueDay),
      least_days: Number(leastDays),
      instalment_grace_days: Number(graceDays),
      reason,
    }),
    done: () => t('due.asked'),
    onSuccess: onClose,
  });
  return (
    <FormDialog opened onClose={onClose} title={t('due.change')} submitLabel={t('due.ask')} {...sending}>
      <NumberField label={t('due.day')} withAsterisk data-autofocus {...form.getInputProps('due_day')} />
      <NumberField label={t('due.least')} withAsterisk {...form.getInputProps('least_days')} />
      <NumberField label={t('due.grace')} withAsterisk {...form.getInputProps('instalment_grace_days')} />
      <ReasonField form={form} />
    </FormDialog>
  );
}
