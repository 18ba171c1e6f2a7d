import { Button, PasswordInput, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ROLES } from '@tirtapay/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusFirstError, showFieldProblems } from '../../../components/form/form-problems';
import { DetailSkeleton } from '../../../components/page/page-states';
import { ProblemPanel } from '../../../components/page/problem-panel';
import type { UserDto } from '@tirtapay/api-client';
import { useAction } from '../../../lib/use-action';
import { changeUser, useUser } from '../api/users-api';
import { MIN_PASSWORD } from './new-user-dialog';

function UserForm({ user }: { user: UserDto }) {
  const { t } = useTranslation('users');
  const { t: common } = useTranslation();
  const [explained, setExplained] = useState(true);
  const form = useForm({
    initialValues: {
      name: user.name,
      email: user.email ?? '',
      role: user.role,
      active: user.active,
      password: '',
    },
    validate: {
      name: (value) => (value.trim() === '' ? common('form.required') : null),
      password: (value) =>
        value === '' || value.length >= MIN_PASSWORD ? null : t('passwordShort', { min: MIN_PASSWORD }),
    },
  });
  const action = useAction({
    perform: changeUser,
    done: (changed) => t('saved', { name: changed.name }),
    onSuccess: () => {
      form.setFieldValue('password', '');
      form.resetDirty();
    },
    onError: (error) => {
      setExplained(showFieldProblems(form, error));
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        ({ name, email, role, active, password }) => {
          action.run({
            id: user.id,
            version: user.version,
            name: name.trim(),
            email: email.trim(),
            role: role,
            active,
            ...(password !== '' && { password }),
          });
        },
        (errors) => {
          focusFirstError(form, errors);
        },
      )}
    >
      <Stack>
        <Text c="dimmed" size="sm">
          {t('username')}: {user.username}
        </Text>
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
          allowDeselect={false}
          data={ROLES.map((value) => ({ value, label: common(`role.${value}`) }))}
          key={form.key('role')}
          {...form.getInputProps('role')}
        />
        <Switch
          label={t('activeLabel')}
          key={form.key('active')}
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
        <PasswordInput
          label={t('newPassword')}
          description={t('newPasswordHint')}
          autoComplete="new-password"
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        {action.isError && !explained && <ProblemPanel error={action.error} />}
        <Button
          type="submit"
          loading={action.isPending}
          disabled={!form.isDirty()}
          style={{ alignSelf: 'flex-start' }}
        >
          {common('action.save')}
        </Button>
      </Stack>
    </form>
  );
}

export function EditUser({ id }: { id: number }) {
  const query = useUser(id);
  if (query.isError) return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DetailSkeleton />;
  // A save raises the version, and the form starts again from what was stored.
  return <UserForm key={`${String(id)}-${String(query.data.version)}`} user={query.data} />;
}
