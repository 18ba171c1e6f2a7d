import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import type { PartnerDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { Fields, Panel, Split } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge } from '../../../../components/status-badge';
import { ApiProblem } from '../../../../lib/api-problem';
import { formatMoment, formatNumber } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { useOpenRequests, usePartner } from '../api/partners-api';
import { PartnerKeys } from './partner-keys';
import { SettingsDialog } from './settings-dialog';
import { TopUpDialog } from './top-up-dialog';

/** What somebody asked for about this partner and nobody has decided yet. */
function Waiting({ partner }: { partner: PartnerDto }) {
  const { t } = useTranslation('partners');
  const mayRead = usePermission('approval.read');
  const requests = useOpenRequests(partner.id, mayRead).data ?? [];
  if (requests.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="inbox" />} title={t('waiting')} mb="md">
      {requests.map((request) => (
        <Text key={request.id} size="sm" mt={4}>
          <strong>{request.summary}</strong> · {request.made_by.name} · {formatMoment(request.made_at)} ·{' '}
          <Anchor
            component={Link}
            size="sm"
            c="inherit"
            underline="always"
            to={`/approvals?detail=${String(request.id)}`}
          >
            {t('see')}
          </Anchor>
        </Text>
      ))}
    </Alert>
  );
}

function Deposit({ partner, onTopUp }: { partner: PartnerDto; onTopUp: () => void }) {
  const { t } = useTranslation('partners');
  const mayTopUp = usePermission('ppob.manage');
  return (
    <Panel title={t('deposit')}>
      <Stack>
        <Text size="xl" fw={700} data-testid="deposit">
          <Money amount={partner.deposit} />
        </Text>
        {partner.low_since !== null && (
          <Alert color="yellow" variant="light" icon={<Icon name="warning" />} title={t('low.title')}>
            {t('low.body', { since: formatMoment(partner.low_since) })}
          </Alert>
        )}
        <Fields rows={[{ label: t('lowBalance'), value: <Money amount={partner.low_balance} /> }]} />
        <Group>
          {mayTopUp && <Button onClick={onTopUp}>{t('topUp.open')}</Button>}
          <Button
            component={Link}
            variant="default"
            to={`/deposit-movements?partner_id=${String(partner.id)}`}
          >
            {t('statement')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

export function PartnerPage() {
  const { t } = useTranslation('partners');
  const query = usePartner(Number(useParams().id));
  const mayManage = usePermission('bank.manage');
  const [dialog, setDialog] = useState<'settings' | 'topUp'>();
  if (query.isError && !query.data) {
    return query.error instanceof ApiProblem && query.error.status === 404 ? (
      <NotFoundPage />
    ) : (
      <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  if (!query.data) return <DetailSkeleton />;
  const partner = query.data;
  const close = () => {
    setDialog(undefined);
  };
  return (
    <>
      <PageHeader
        title={partner.name}
        badge={<StatusBadge kind="partner" state={partner.active ? 'ACTIVE' : 'CLOSED'} />}
        hint={partner.code}
        back={{ to: '/partners', label: t('title') }}
      />
      <Waiting partner={partner} />
      <Split>
        <PartnerKeys partner={partner} />
        <Stack>
          <Deposit
            partner={partner}
            onTopUp={() => {
              setDialog('topUp');
            }}
          />
          <Panel
            title={t('settings.panel')}
            action={
              mayManage && (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => {
                    setDialog('settings');
                  }}
                >
                  {t('settings.open')}
                </Button>
              )
            }
          >
            <Fields
              rows={[
                {
                  label: t('addresses'),
                  value:
                    partner.allowed_cidrs.length === 0 ? t('noAddress') : partner.allowed_cidrs.join(', '),
                },
                { label: t('rate'), value: formatNumber(partner.rate_limit_per_second) },
              ]}
            />
          </Panel>
        </Stack>
      </Split>
      {dialog === 'settings' && <SettingsDialog partner={partner} onClose={close} />}
      {dialog === 'topUp' && <TopUpDialog partner={partner} onClose={close} />}
    </>
  );
}
