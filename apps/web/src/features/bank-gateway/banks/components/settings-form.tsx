import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { BankDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { focusFirstError } from '../../../../components/form/form-problems';
import { useFollowing } from '../../../../components/form/use-following';
import { UnsavedGuard } from '../../../../components/form/unsaved-guard';
import { Split } from '../../../../components/page/panel';
import { ApiProblem, fieldPath } from '../../../../lib/api-problem';
import { useAction } from '../../../../lib/use-action';
import { requestSettings } from '../api/banks-api';
import { AddressEditor } from './address-editor';
import classes from './banks.module.css';
import { InstructionEditor } from './instruction-editor';
import { SettingsChangeList } from './settings-change-list';
import { settingsErrors } from './settings-rules';
import { changeOf, typedAddresses, valuesOf } from './settings-values';
import type { SettingsChange, SettingsValues } from './settings-values';
import { AccountFields, CutoffFields, MoneyFields } from './term-fields';

/** Says on each address line why the server refused it; answers whether it spoke of addresses at all. */
function useAddressObjections() {
  const { t } = useTranslation('banks');
  return (error: Error, values: SettingsValues): Record<string, string> => {
    if (!(error instanceof ApiProblem)) return {};
    const sent = typedAddresses(values);
    const found = error.fieldErrors.flatMap((objection) => {
      const [name, index] = fieldPath(objection.pointer).split('.');
      const row = name === 'allowed_cidrs' ? sent[Number(index)] : undefined;
      if (row === undefined) return [];
      const message = t(`settings.cidr.${objection.code}` as 'settings.cidr.other', {
        defaultValue: t('settings.cidr.other'),
      });
      return [[`addresses.${String(values.addresses.indexOf(row))}.text`, message] as const];
    });
    return Object.fromEntries(found);
  };
}

export function SettingsForm({ stored }: { stored: BankDto }) {
  const { t } = useTranslation('banks');
  const objectionsOf = useAddressObjections();
  const [asking, setAsking] = useState<SettingsChange>();
  const form = useForm<SettingsValues>({
    initialValues: valuesOf(stored),
    validate: (values) => settingsErrors(values, t),
  });
  const [bank] = useFollowing(form, stored, valuesOf);
  const change = changeOf(bank, form.values);
  const count = new Set(Object.keys(change).map((name) => name.replace(/_(start|end)$/, ''))).size;
  const action = useAction({
    perform: (reason: string) =>
      requestSettings({ bankId: bank.id, version: bank.version, ...asking, reason }),
    done: () => t('settings.sent'),
    onSuccess: () => {
      setAsking(undefined);
      form.reset();
    },
    onError: (error) => {
      const objections = objectionsOf(error, form.values);
      if (Object.keys(objections).length === 0) return;
      // The lines that are wrong lie behind the dialog.
      setAsking(undefined);
      action.reset();
      form.setErrors(objections);
      setTimeout(() => {
        focusFirstError(form, objections);
      });
    },
  });
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit(
        (values) => {
          setAsking(changeOf(bank, values));
        },
        (errors) => {
          setTimeout(() => {
            focusFirstError(form, errors);
          });
        },
      )}
    >
      <UnsavedGuard dirty={count > 0} />
      <Split>
        <Stack>
          <AddressEditor form={form} />
          <InstructionEditor form={form} />
        </Stack>
        <Stack>
          <MoneyFields form={form} />
          <CutoffFields form={form} />
          <AccountFields form={form} />
        </Stack>
      </Split>
      <div className={classes.submitBar} data-changed={count > 0 || undefined}>
        <Text size="sm" role="status">
          {count === 0 ? t('settings.unchanged') : t('settings.changed', { count })}
        </Text>
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            disabled={count === 0}
            onClick={() => {
              form.reset();
            }}
          >
            {t('settings.reset')}
          </Button>
          <Button size="xs" type="submit" disabled={count === 0}>
            {t('settings.submit')}
          </Button>
        </Group>
      </div>
      {asking && (
        <ConfirmDialog
          opened
          onClose={() => {
            setAsking(undefined);
          }}
          title={t('settings.confirmTitle')}
          confirmLabel={t('settings.confirm')}
          reason="required"
          action={action}
        >
          <Text size="sm">{t('settings.confirmBody')}</Text>
          <SettingsChangeList bank={bank} change={asking} />
        </ConfirmDialog>
      )}
    </form>
  );
}
