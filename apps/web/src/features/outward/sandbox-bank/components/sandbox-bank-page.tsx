import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import type { SandboxBankDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { Panel, Split } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { usePermission } from '../../../../lib/use-permission';
import { useSandboxBank } from '../api/sandbox-bank-api';
import { FaultForm } from './fault-form';
import { FaultList } from './fault-list';

function Controls({ sandbox }: { sandbox: SandboxBankDto }) {
  const { t } = useTranslation('sandbox-bank');
  const mayManage = usePermission('bank.manage');
  return (
    <Stack>
      {sandbox.reachable ? (
        <Panel>
          <Stack gap="xs">
            <Text size="sm">{t('openHint')}</Text>
            <Group>
              <Button
                component="a"
                href={sandbox.url ?? ''}
                target="_blank"
                rel="noopener"
                leftSection={<Icon name="external" size={16} />}
              >
                {t('open')}
              </Button>
            </Group>
            <Text size="sm">
              {t('certify')}{' '}
              <Anchor component={Link} to="/banks" size="sm" underline="always">
                {t('banks')}
              </Anchor>
            </Text>
          </Stack>
        </Panel>
      ) : (
        <Alert color="red" variant="light" icon={<Icon name="warning" />} title={t('unreachable')}>
          {t('unreachableHint')}
        </Alert>
      )}
      {sandbox.reachable && (
        <Split>
          <FaultList faults={sandbox.faults} />
          {mayManage ? (
            <FaultForm />
          ) : (
            <Text size="sm" c="dimmed">
              {t('readOnly')}
            </Text>
          )}
        </Split>
      )}
    </Stack>
  );
}

/** The simulator of a demonstration: the way to its pages, and its faults. */
export function SandboxBankPage() {
  const { t } = useTranslation('sandbox-bank');
  const query = useSandboxBank();
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      {query.isError && !query.data && (
        <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isPending && <DetailSkeleton />}
      {query.data?.available === false && (
        <EmptyMessage icon="bank" title={t('missing')} hint={t('missingHint')} />
      )}
      {query.data?.available === true && <Controls sandbox={query.data} />}
    </>
  );
}
