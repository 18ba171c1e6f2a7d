import { Alert, Stack, Text } from '@mantine/core';
import type { BankConnectionDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { Fields, Panel, Split } from '../../../../components/page/panel';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { usePermission } from '../../../../lib/use-permission';
import { useConnection, usePendingChanges } from '../api/connection-api';
import { ConnectionForm } from './connection-form';
import { OwnKey } from './own-key';
import { SecretForm } from './secret-form';

function ConnectionFacts({ connection }: { connection: BankConnectionDto }) {
  const { t } = useTranslation('bank-connection');
  const methods = connection.methods.map((method) => t(`method.${method}`)).join(', ');
  return (
    <Panel title={t('facts')}>
      <Fields
        rows={[
          { label: t('field.base_url'), value: <span translate="no">{connection.base_url}</span> },
          { label: t('field.client_key'), value: connection.client_key },
          { label: t('field.partner_id'), value: connection.partner_id },
          { label: t('field.channel_id'), value: connection.channel_id },
          { label: t('field.partner_service_id'), value: connection.partner_service_id },
          { label: t('field.mode'), value: t(`mode.${connection.mode}`) },
          { label: t('field.merchant_id'), value: connection.merchant_id ?? '—' },
          { label: t('field.terminal_id'), value: connection.terminal_id ?? '—' },
          { label: t('field.va_minutes'), value: String(connection.va_minutes) },
          { label: t('field.qris_minutes'), value: String(connection.qris_minutes) },
          { label: t('field.methods'), value: methods === '' ? '—' : methods },
          { label: t('field.active'), value: t(connection.active ? 'yes' : 'no') },
        ]}
      />
    </Panel>
  );
}

/** How we call the bank: for virtual accounts and QRIS, and to ask what became of them. */
export function ConnectionPage() {
  const { t } = useTranslation('bank-connection');
  const bankId = Number(useParams().id);
  const query = useConnection(bankId);
  const pending = usePendingChanges(bankId);
  const mayManage = usePermission('bank.manage');
  if (query.isError && !query.data)
    return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || pending.isPending) return <DetailSkeleton />;
  const { connection } = query.data;
  const publicKey = connection?.public_key ?? null;
  const waits = (kind: string) => pending.data?.includes(kind) === true;
  const mayChange = mayManage && !waits('bank_connection');
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('intro')}
      </Text>
      {!mayManage && (
        <Alert color="gray" variant="light" icon={<Icon name="warning" />}>
          {t('readOnly')}
        </Alert>
      )}
      {connection === null && (
        <Alert color="gray" variant="light">
          {t('none')}
        </Alert>
      )}
      <Split>
        <Stack>
          {mayChange ? (
            <ConnectionForm key={bankId} bankId={bankId} stored={query.data} />
          ) : (
            connection && <ConnectionFacts connection={connection} />
          )}
        </Stack>
        <Stack>
          {publicKey !== null && (
            <OwnKey
              bankId={bankId}
              publicKey={publicKey}
              nextKey={connection?.next_public_key ?? null}
              mayManage={mayManage}
              waits={waits('bank_own_key')}
            />
          )}
          {connection && mayManage && (
            <SecretForm bankId={bankId} hasSecret={connection.has_secret} waits={waits('bank_secret')} />
          )}
        </Stack>
      </Split>
    </Stack>
  );
}
