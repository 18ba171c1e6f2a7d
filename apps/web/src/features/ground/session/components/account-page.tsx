import { Alert, Badge, Button, PasswordInput, Stack, Table, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ActionsHead, RowActions, WideTable } from '../../../../components/wide-table';
import { useTranslation } from 'react-i18next';
import { useFormAction } from '../../../../components/form/use-form-action';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel, Split } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { deviceName } from '../../../../lib/device-name';
import { formatMoment } from '../../../../lib/format';
import { updateUser, useSession } from '../../../../lib/session';
import { useAction } from '../../../../lib/use-action';
import { changePassword, endSession, useSessions } from '../api/session-api';
import { TwoStepPanel } from './two-step-panel';

const MIN_PASSWORD = 12;

function PasswordPanel() {
  const { t } = useTranslation('session');
  const { t: common } = useTranslation();
  const session = useSession();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { current_password: '', new_password: '', repeat: '' },
    validate: {
      current_password: (value) => (value === '' ? common('form.required') : null),
      new_password: (value) =>
        value.length < MIN_PASSWORD ? t('account.short', { min: MIN_PASSWORD }) : null,
      repeat: (value, values) => (value === values.new_password ? null : t('account.different')),
    },
  });
  const { action, sending } = useFormAction(form, {
    perform: changePassword,
    done: () => t('account.changed'),
    onSuccess: () => {
      form.reset();
      if (session.status === 'active') updateUser({ ...session.user, must_change_password: false });
    },
    asks: ({ current_password, new_password }) => ({ current_password, new_password }),
  });
  return (
    <Panel title={t('account.passwordTitle')}>
      <form noValidate onSubmit={sending.onSubmit}>
        <Stack>
          {'user' in session && session.user.must_change_password && (
            <Alert color="yellow" variant="light">
              {t('account.mustChange')}
            </Alert>
          )}
          <PasswordInput
            label={t('account.current')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('show') }}
            key={form.key('current_password')}
            {...form.getInputProps('current_password')}
          />
          <PasswordInput
            label={t('account.next')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('show') }}
            key={form.key('new_password')}
            {...form.getInputProps('new_password')}
          />
          <PasswordInput
            label={t('account.repeat')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('show') }}
            key={form.key('repeat')}
            {...form.getInputProps('repeat')}
          />
          {action.isError && <ProblemPanel error={action.error} />}
          <Button type="submit" loading={action.isPending} style={{ alignSelf: 'flex-start' }}>
            {t('account.save')}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}

function SessionsPanel() {
  const { t } = useTranslation('session');
  const sessions = useSessions();
  const end = useAction({ perform: endSession, done: () => t('account.ended') });
  return (
    <Panel title={t('account.sessions')}>
      {sessions.isError && <ProblemPanel error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.isPending && <DetailSkeleton />}
      {end.isError && <ProblemPanel error={end.error} />}
      {sessions.data && (
        <WideTable label={t('account.sessions')} minWidth={420} cards>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('account.device')}</Table.Th>
              <Table.Th>{t('account.lastSeen')}</Table.Th>
              <ActionsHead label={t('account.end')} hidden />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sessions.data.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td>
                  <Text size="sm" lineClamp={1} title={row.user_agent ?? undefined}>
                    {deviceName(row.user_agent ?? '—')}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {row.ip} · {t('account.since')} {formatMoment(row.created_at)}
                  </Text>
                </Table.Td>
                <Table.Td>{formatMoment(row.last_seen_at)}</Table.Td>
                <RowActions>
                  {row.current ? (
                    <Badge variant="light" miw="max-content">
                      {t('account.thisOne')}
                    </Badge>
                  ) : (
                    <Button
                      size="compact-sm"
                      variant="default"
                      loading={end.isPending && end.variables === row.id}
                      aria-label={t('account.endLabel', { device: deviceName(row.user_agent ?? '—') })}
                      onClick={() => {
                        end.run(row.id);
                      }}
                    >
                      {t('account.end')}
                    </Button>
                  )}
                </RowActions>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </Panel>
  );
}

export function AccountPage() {
  const { t } = useTranslation('session');
  return (
    <>
      <PageHeader title={t('account.title')} />
      <Split>
        <SessionsPanel />
        <Stack>
          <PasswordPanel />
          <TwoStepPanel />
        </Stack>
      </Split>
    </>
  );
}
