import { Alert, Stack, Text } from '@mantine/core';
import type { ApprovalDto, BankDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { useOutletContext } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { usePermission } from '../../../../lib/use-permission';
import { useOpenRequests } from '../../../../lib/use-open-requests';
import { SettingsChangeList } from './settings-change-list';
import { SettingsForm } from './settings-form';
import { SettingsView } from './settings-view';

function PendingChange({ bank, request }: { bank: BankDto; request: ApprovalDto }) {
  const { t } = useTranslation('banks');
  return (
    <Panel title={t('settings.pending')}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('settings.pendingBody')}
        </Text>
        <SettingsChangeList bank={bank} change={request.payload} />
      </Stack>
    </Panel>
  );
}

/** Addresses, fee, limits, hours, prefix and instructions; one change at a time waits for the second person. */
export function BankSettingsPage() {
  const { t } = useTranslation('banks');
  const bank = useOutletContext<BankDto>();
  const requests = useOpenRequests({ subjects: [`bank_integration/${String(bank.id)}`] });
  const mayManage = usePermission('bank.manage');
  if (requests.isError && !requests.data)
    return <ProblemPanel error={requests.error} onRetry={() => void requests.refetch()} />;
  if (!requests.data) return <DetailSkeleton />;
  const pending = requests.data.find(({ kind }) => kind === 'bank_settings');
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('settings.hint')}
      </Text>
      {!mayManage && (
        <Alert color="gray" variant="light" icon={<Icon name="warning" />}>
          {t('settings.readOnly')}
        </Alert>
      )}
      {pending && <PendingChange bank={bank} request={pending} />}
      {pending !== undefined || !mayManage ? (
        <SettingsView bank={bank} />
      ) : (
        <SettingsForm key={bank.id} stored={bank} />
      )}
    </Stack>
  );
}
