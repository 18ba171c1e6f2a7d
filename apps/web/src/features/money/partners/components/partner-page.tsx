import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { PartnerDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { OpenRequests } from '../../../../components/open-requests';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { Fields, Panel, Split } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge } from '../../../../components/status-badge';
import { ApiProblem } from '../../../../lib/api-problem';
import { formatMoment, formatNumber } from '../../../../lib/format';
import { useOpenRequests } from '../../../../lib/use-open-requests';
import { usePermission } from '../../../../lib/use-permission';
import { usePartner } from '../api/partners-api';
import { PartnerKeys } from './partner-keys';
import { SettingsDialog } from './settings-dialog';
import { TopUpDialog } from './top-up-dialog';

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
  const id = Number(useParams().id);
  const query = usePartner(id);
  const requests = useOpenRequests({
    subjects: [`mitra/${String(id)}`, `deposit_mitra/${String(id)}`],
  });
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
      <OpenRequests requests={requests.data} />
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
