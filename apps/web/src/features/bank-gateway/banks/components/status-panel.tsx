import { Anchor, Stack } from '@mantine/core';
import type { BankDto, BankStatusDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Figure } from '../../../../components/figure';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel, PanelGrid } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { formatMomentShort, formatNumber, formatPercent } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { useBankStatus } from '../api/banks-api';
import { FindingList } from './finding-list';

function StatusFigures({ bankId, status }: { bankId: number; status: BankStatusDto }) {
  const { t } = useTranslation('banks');
  const mayReadLog = usePermission('bank.log.read');
  const of = (path: string) => (mayReadLog ? { to: `${path}?bank_id=${String(bankId)}` } : {});
  const { outbound } = status;
  return (
    <PanelGrid min={210}>
      <Figure
        label={t('status.lastSuccess')}
        value={
          status.last_success_at === null ? t('status.never') : formatMomentShort(status.last_success_at)
        }
        {...of('/bank-calls')}
      />
      <Figure
        label={t('status.errorRate')}
        value={status.calls_15m === 0 ? '—' : formatPercent(status.error_percent / 100)}
        hint={
          status.calls_15m === 0
            ? t('status.noCalls')
            : t('status.errorRateOf', {
                errors: formatNumber(status.errors_15m),
                calls: formatNumber(status.calls_15m),
              })
        }
        {...of('/bank-calls')}
      />
      <Figure
        label={t('status.refused')}
        value={formatNumber(status.refused_15m)}
        hint={
          status.last_refused_at === null
            ? t('status.refusedNever')
            : t('status.refusedLast', { at: formatMomentShort(status.last_refused_at) })
        }
      />
      <Figure
        label={t('status.p95')}
        value={
          status.p95_ms === null ? '—' : t('status.milliseconds', { value: formatNumber(status.p95_ms) })
        }
        hint={t('status.p95Hint')}
      />
      <Figure
        label={t('status.webhooks')}
        value={`${formatNumber(status.open_webhooks)} / ${formatNumber(status.dead_webhooks)}`}
        {...of('/webhooks')}
      />
      <Figure
        label={t('status.outbound')}
        value={t(`status.outboundState.${outbound.state}`)}
        {...(outbound.last_success_at !== null && {
          hint: t('status.outboundLast', { at: formatMomentShort(outbound.last_success_at) }),
        })}
        {...of('/outbound-calls')}
      />
      <Figure
        label={t('status.keysExpiring')}
        value={formatNumber(status.keys_expiring)}
        hint={t('status.keysExpiringHint')}
        to={`/banks/${String(bankId)}/keys`}
      />
    </PanelGrid>
  );
}

/** The light of a bank with everything that makes it so. */
export function StatusPanel({ bank }: { bank: BankDto }) {
  const { t } = useTranslation('banks');
  const query = useBankStatus(bank.id);
  const mayReadLog = usePermission('bank.log.read');
  return (
    <Panel title={t('status.title')}>
      {query.isError && !query.data && (
        <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isPending && <DetailSkeleton />}
      {query.data && (
        <Stack>
          <FindingList bankId={bank.id} active={bank.active} status={query.data} />
          <StatusFigures bankId={bank.id} status={query.data} />
          {mayReadLog && (
            <Anchor
              component={Link}
              to={`/bank-calls?bank_id=${String(bank.id)}`}
              size="sm"
              underline="always"
            >
              {t('status.calls')}
            </Anchor>
          )}
        </Stack>
      )}
    </Panel>
  );
}
