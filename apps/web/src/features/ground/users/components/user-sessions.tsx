import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { deviceName } from '../../../../lib/device-name';
import { formatMoment } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { endSessionOf, useSessionsOf } from '../api/users-api';

/** Where somebody is signed in, and putting them out there: a telephone that was lost. */
export function UserSessions({ id }: { id: number }) {
  const { t } = useTranslation('users');
  const sessions = useSessionsOf(id);
  const end = useAction({
    perform: (sessionId: string) => endSessionOf({ id, sessionId }),
    done: () => t('sessions.ended'),
  });
  return (
    <Panel title={t('sessions.title')}>
      <Stack gap="sm">
        {sessions.isError && <ProblemPanel error={sessions.error} />}
        {sessions.data?.length === 0 && <Text size="sm">{t('sessions.none')}</Text>}
        {sessions.data?.map((session) => (
          <Stack key={session.id} gap={2}>
            <Text size="sm" lineClamp={1} title={session.user_agent ?? undefined}>
              {session.user_agent === null ? t('sessions.unknown') : deviceName(session.user_agent)}
            </Text>
            <Text size="xs" c="dimmed">
              {session.ip} · {formatMoment(session.last_seen_at)}
            </Text>
            <div>
              <Button
                size="compact-sm"
                variant="default"
                loading={end.isPending && end.variables === session.id}
                onClick={() => {
                  end.run(session.id);
                }}
              >
                {t('sessions.end')}
              </Button>
            </div>
          </Stack>
        ))}
        {end.isError && <ProblemPanel error={end.error} />}
      </Stack>
    </Panel>
  );
}
