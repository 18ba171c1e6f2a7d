import { Button, Checkbox, Group, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { BankConnectionStateDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CHECKOUT_METHODS, SNAP_MODES } from '@tirtapay/domain';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { focusFirstError } from '../../../../components/form/form-problems';
import { NumberField } from '../../../../components/form/number-field';
import { useFollowing } from '../../../../components/form/use-following';
import { UnsavedGuard } from '../../../../components/form/unsaved-guard';
import { Panel } from '../../../../components/page/panel';
import { ApiProblem, fieldPath } from '../../../../lib/api-problem';
import { fieldText } from '../../../../lib/field-words';
import { useAction } from '../../../../lib/use-action';
import { requestConnection } from '../api/connection-api';
import { changeOf, missingFields, MINUTES, numberProblems, TEXT_FIELDS, valuesOf } from './connection-values';
import type { ConnectionValues } from './connection-values';

const filledFrom = ({ connection }: BankConnectionStateDto) => valuesOf(connection);

/** The address of a bank and who we are to it; becomes true when a second person agrees. */
export function ConnectionForm({ bankId, stored }: { bankId: number; stored: BankConnectionStateDto }) {
  const { t } = useTranslation('bank-connection');
  const { t: common } = useTranslation();
  const [asking, setAsking] = useState(false);
  const form = useForm<ConnectionValues>({
    initialValues: filledFrom(stored),
    validate: (values) => ({
      ...numberProblems(values),
      ...Object.fromEntries(missingFields(values).map((name) => [name, common('form.required')])),
    }),
  });
  const [state] = useFollowing(form, stored, filledFrom);
  const show = (errors: Record<string, unknown>) => {
    setTimeout(() => {
      focusFirstError(form, errors);
    });
  };
  const action = useAction({
    perform: (reason: string) =>
      requestConnection({ bankId, version: state.version, ...changeOf(form.values), reason }),
    done: () => t('form.sent'),
    onSuccess: () => {
      setAsking(false);
      form.resetDirty();
    },
    onError: (error) => {
      if (!(error instanceof ApiProblem) || error.fieldErrors.length === 0) return;
      // The fields that are wrong lie behind the dialog.
      setAsking(false);
      action.reset();
      const objections = error.fieldErrors.map((objection) => [
        fieldPath(objection.pointer),
        t(`address.${objection.code}` as 'address.HOST', { defaultValue: fieldText(objection) }),
      ]);
      const errors = Object.fromEntries(objections) as Record<string, string>;
      form.setErrors(errors);
      show(errors);
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(() => {
        setAsking(true);
      }, show)}
    >
      <UnsavedGuard dirty={form.isDirty()} />
      <Panel title={t(state.connection === null ? 'form.new' : 'form.change')}>
        <Stack>
          {TEXT_FIELDS.map((name) => (
            <TextInput
              key={form.key(name)}
              label={t(`field.${name}`)}
              description={t(`help.${name}`)}
              autoComplete="off"
              spellCheck={false}
              {...form.getInputProps(name)}
            />
          ))}
          <Select
            label={t('field.mode')}
            allowDeselect={false}
            data={SNAP_MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
            key={form.key('mode')}
            {...form.getInputProps('mode')}
          />
          <Group grow align="flex-start">
            {(['va_minutes', 'qris_minutes'] as const).map((name) => (
              <NumberField
                key={form.key(name)}
                label={t(`field.${name}`)}
                limits={MINUTES[name]}
                {...form.getInputProps(name)}
              />
            ))}
          </Group>
          <Checkbox.Group
            label={t('field.methods')}
            key={form.key('methods')}
            {...form.getInputProps('methods')}
          >
            <Group mt={6}>
              {CHECKOUT_METHODS.map((method) => (
                <Checkbox key={method} value={method} label={t(`method.${method}`)} />
              ))}
            </Group>
          </Checkbox.Group>
          <Switch
            label={t('field.active')}
            key={form.key('active')}
            {...form.getInputProps('active', { type: 'checkbox' })}
          />
          <Group>
            <Button type="submit" disabled={!form.isDirty()}>
              {t('form.submit')}
            </Button>
          </Group>
        </Stack>
      </Panel>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('form.confirmTitle')}
        confirmLabel={t('form.submit')}
        reason="required"
        action={action}
      >
        <Text size="sm">{t('form.confirmBody', { address: form.values.base_url.trim() })}</Text>
      </ConfirmDialog>
    </form>
  );
}
