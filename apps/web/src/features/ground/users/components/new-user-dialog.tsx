import { Alert, PasswordInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { isPrivileged, ROLES } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { ReasonField } from '../../../../components/form/reason-field';
import { reasonProblem } from '../../../../components/form/reason';
import type { Role } from '@tirtapay/domain';
import { createUser, requestUser } from '../api/users-api';

export const MIN_PASSWORD = 12;
export function NewUserDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('users');
  const { t: common } = useTranslation();
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
      reason: (value, { role }) => (isPrivileged(role) ? reasonProblem(value) : null),
    },
  });
  const together = isPrivileged(form.values.role);
  const { sending } = useFormAction(form, {
    perform: async ({ password, reason, ...user }: typeof form.values) => {
      const email = user.email.trim();
      const person = { ...user, email: email === '' ? undefined : email };
      if (isPrivileged(user.role)) await requestUser({ ...person, reason: reason.trim() });
      else await createUser({ ...person, password });
      return user;
    },
    done: (user) => t(isPrivileged(user.role) ? 'asked' : 'created', { name: user.name }),
    onSuccess: onClose,
    asks: (values) => values,
  });
  return (
    <FormDialog opened onClose={onClose} title={t('newTitle')} {...sending}>
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
          <ReasonField form={form} hint={null} />
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
