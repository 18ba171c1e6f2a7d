import { Alert, Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useSetup } from '../api/settings-api';

/** Where each step is done. */
const PLACES = {
  letterhead: '/settings',
  regions: '/regions',
  tariffs: '/tariffs',
  users: '/users',
  bank: '/banks',
  customers: '/import',
} as const;

/** What a new installation still needs, each with the way there. */
export function SetupPage() {
  const { t } = useTranslation('settings');
  const setup = useSetup();
  if (setup.isError && setup.data === undefined) return <ProblemPanel error={setup.error} />;
  if (!setup.data) return <DetailSkeleton />;
  return (
    <>
      <PageHeader title={t('setup.title')} hint={t('setup.hint')} />
      <Stack>
        {setup.data.done && (
          <Alert color="teal" variant="light" icon={<Icon name="check" />}>
            {t('setup.allDone')}
          </Alert>
        )}
        <Panel>
          <Stack component="ol" m={0} pl="md">
            {setup.data.steps.map(({ step, done }) => (
              <li key={step}>
                <Group gap="sm">
                  <Anchor component={Link} to={PLACES[step]}>
                    {t(`setup.steps.${step}`)}
                  </Anchor>
                  <Badge variant="light" color={done ? 'teal' : 'gray'}>
                    {t(done ? 'setup.done' : 'setup.open')}
                  </Badge>
                </Group>
                {step === 'bank' && setup.data.banks_not_live > 0 && (
                  <Text size="sm" c="dimmed">
                    {t('setup.banksNotLive', { count: setup.data.banks_not_live })}
                  </Text>
                )}
              </li>
            ))}
          </Stack>
        </Panel>
      </Stack>
    </>
  );
}
