import { Alert, PasswordInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { isPrivileged, ROLES } from '@tirtapay/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { focusFirstError, showFieldProblems } from '../../../../components/form/form-problems';
import type { Role } from '@tirtapay/domain';
import { useAction } from '../../../../lib/use-action';
import { createUser, requestUser } from '../api/users-api';

export const MIN_PASSWORD = 12;
export const MIN_REASON = 5;

export function NewUserDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('users');
  const { t: common } = useTranslation();
  const [explained, setExplained] = useState(true);
  const form = useForm({
    initialValues: {
      username: '',
      name: '',
      email: '',
      role: 'ADMIN_PDAM' as Role,
      password: '',
      reason: '',
    },
    validate: {
      username: (value) => (/^[a-z0-9._-]{3,32}$/.test(value) ? null : t('usernameInvalid')),
      name: (value) => (value.trim() === '' ? common('form.required') : null),
      password: (value, { role }) =>
        !isPrivileged(role) && value.length < MIN_PASSWORD ? t('passwordShort', { min: MIN_PASSWORD }) : null,
      reason: (value, { role }) =>
        isPrivileged(role) && value.trim().length < MIN_REASON
          ? common('form.tooShort', { min: MIN_REASON })
          : null,
    },
  });
  const together = isPrivileged(form.values.role);
  const action = useAction({
    perform: async ({ password, reason, ...user }: typeof form.values) => {
      const email = user.email.trim();
      const person = { ...user, email: email === '' ? undefined : email };
      if (isPrivileged(user.role)) await requestUser({ ...person, reason: reason.trim() });
      else await createUser({ ...person, password });
      return user;
    },
    done: (user) => t(isPrivileged(user.role) ? 'asked' : 'created', { name: user.name }),
    onSuccess: onClose,
    onError: (error) => {
      setExplained(showFieldProblems(form, error));
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('newTitle')}
      pending={action.isPending}
      error={explained ? undefined : action.error}
      onSubmit={form.onSubmit(
        (values) => {
          action.run(values);
        },
        (errors) => {
          focusFirstError(form, errors);
        },
      )}
    >
      <TextInput
        label={t('username')}
        withAsterisk
        autoCapitalize="none"
        autoComplete="off"
        data-autofocus
        key={form.key('username')}
        {...form.getInputProps('username')}
      />
      <TextInput
        label={common('word.name')}
        withAsterisk
        maxLength={120}
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
      <TextInput
        label={common('word.email')}
        type="email"
        key={form.key('email')}
        {...form.getInputProps('email')}
      />
      <Select
        label={t('role')}
        withAsterisk
        allowDeselect={false}
        data={ROLES.map((value) => ({ value, label: common(`role.${value}`) }))}
        key={form.key('role')}
        {...form.getInputProps('role')}
      />
      {together ? (
        <>
          <Alert color="gray" variant="light">
            {t('togetherNew')}
          </Alert>
          <Textarea
            label={common('form.reason')}
            withAsterisk
            autosize
            minRows={2}
            maxLength={300}
            key={form.key('reason')}
            {...form.getInputProps('reason')}
          />
        </>
      ) : (
        <PasswordInput
          label={t('password')}
          description={t('passwordHint', { min: MIN_PASSWORD })}
          withAsterisk
          autoComplete="new-password"
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
      )}
    </FormDialog>
  );
}
