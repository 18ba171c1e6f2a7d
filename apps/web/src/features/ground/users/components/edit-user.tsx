import { Alert, Button, PasswordInput, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { becomesPrivileged, isPrivileged, ROLES } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { useFormAction } from '../../../../components/form/use-form-action';
import { useFollowing } from '../../../../components/form/use-following';
import { ReasonField } from '../../../../components/form/reason-field';
import { reasonProblem } from '../../../../components/form/reason';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import type { Role } from '@tirtapay/domain';
import type { UserDto } from '@tirtapay/api-client';
import { changeUser, requestUserChange, useUser } from '../api/users-api';
import { MIN_PASSWORD } from './new-user-dialog';

interface FormValues extends Record<string, unknown> {
  name: string;
  email: string;
  role: Role;
  active: boolean;
  password: string;
  reset_password: boolean;
  reset_two_step: boolean;
  reason: string;
}

/** As the server sees it: shutting somebody out takes one person, everything else about such people two. */
function needsTwo(
  user: UserDto,
  next: Pick<FormValues, 'name' | 'email' | 'role' | 'active' | 'reset_password' | 'reset_two_step'>,
): boolean {
  if (!isPrivileged(user.role) && !isPrivileged(next.role)) return false;
  return (
    next.active ||
    next.reset_password ||
    next.reset_two_step ||
    next.role !== user.role ||
    next.name.trim() !== user.name ||
    next.email.trim() !== (user.email ?? '')
  );
}

const valuesOf = (user: UserDto): FormValues => ({
  name: user.name,
  email: user.email ?? '',
  role: user.role,
  active: user.active,
  password: '',
  reset_password: false,
  reset_two_step: false,
  reason: '',
});

function UserForm({ stored }: { stored: UserDto }) {
  const { t } = useTranslation('users');
  const { t: common } = useTranslation();
  const form = useForm<FormValues>({
    initialValues: valuesOf(stored),
    validate: {
      name: (value) => (value.trim() === '' ? common('form.required') : null),
      password: (value) =>
        value === '' || value.length >= MIN_PASSWORD ? null : t('passwordShort', { min: MIN_PASSWORD }),
      reason: (value, values) => (needsTwo(user, values) ? reasonProblem(value) : null),
    },
  });
  const following: readonly [UserDto, (answer: UserDto) => void] = useFollowing(form, stored, valuesOf);
  const [user, take] = following;
  const together = needsTwo(user, form.values);
  const enters = becomesPrivileged(user.role, form.values.role);
  const { action, sending } = useFormAction(form, {
    perform: async ({ password, reset_password: reset, reason, ...values }: FormValues) => {
      const email = values.email.trim();
      const change = {
        ...values,
        id: user.id,
        version: user.version,
        name: values.name.trim(),
        email: email === '' ? null : email,
      };
      if (needsTwo(user, { ...values, reset_password: reset })) {
        await requestUserChange({ ...change, reset_password: reset, reason: reason.trim() });
        return { name: change.name, answer: null };
      }
      const answer = await changeUser({ ...change, ...(password !== '' && { password }) });
      return { name: answer.name, answer };
    },
    done: ({ name }) => t(together ? 'asked' : 'saved', { name }),
    onSuccess: ({ answer }) => {
      form.setFieldValue('password', '');
      form.setFieldValue('reason', '');
      form.resetDirty();
      if (answer !== null) take(answer);
    },
    asks: (values) => values,
  });
  return (
    <form noValidate onSubmit={sending.onSubmit}>
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
        {enters ? (
          <Alert color="blue" variant="light" title={t('resetLabel')}>
            {t('promoted')}
          </Alert>
        ) : isPrivileged(user.role) ? (
          <Switch
            label={t('resetLabel')}
            description={t('resetHint')}
            key={form.key('reset_password')}
            {...form.getInputProps('reset_password', { type: 'checkbox' })}
          />
        ) : (
          <PasswordInput
            label={t('newPassword')}
            description={t('newPasswordHint')}
            autoComplete="new-password"
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
        )}
        {stored.two_step && !enters && (
          <Switch
            label={t('resetTwoStepLabel')}
            description={t('resetTwoStepHint')}
            key={form.key('reset_two_step')}
            {...form.getInputProps('reset_two_step', { type: 'checkbox' })}
          />
        )}
        {together && form.isDirty() && (
          <>
            <Alert color="gray" variant="light">
              {t('togetherChange')}
            </Alert>
            <ReasonField form={form} hint={null} />
          </>
        )}
        {sending.error != null && <ProblemPanel error={sending.error} />}
        <Button
          type="submit"
          loading={action.isPending}
          disabled={!form.isDirty()}
          style={{ alignSelf: 'flex-start' }}
        >
          {together ? t('ask') : common('action.save')}
        </Button>
      </Stack>
    </form>
  );
}

export function EditUser({ id }: { id: number }) {
  const query = useUser(id);
  if (query.isError && query.data === undefined)
    return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DetailSkeleton />;
  return <UserForm key={id} stored={query.data} />;
}
