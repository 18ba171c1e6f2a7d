import { Anchor, Button, Group, Skeleton, Text, Title } from '@mantine/core';
import type { BankDto, BankStatusDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Fields } from '../../../../components/page/panel';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMomentShort, formatNumber, formatPercent } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { useBankStatus } from '../api/banks-api';
import classes from './banks.module.css';
import { FindingList } from './finding-list';

function CardFigures({ status }: { status: BankStatusDto }) {
  const { t } = useTranslation('banks');
  return (
    <Fields
      rows={[
        {
          label: t('status.lastSuccess'),
          value:
            status.last_success_at === null ? t('status.never') : formatMomentShort(status.last_success_at),
        },
        {
          label: t('status.errorRate'),
          value:
            status.calls_15m === 0
              ? t('status.noCalls')
              : `${formatPercent(status.error_percent / 100)} · ${t('status.errorRateOf', {
                  errors: formatNumber(status.errors_15m),
                  calls: formatNumber(status.calls_15m),
                })}`,
        },
        {
          label: t('status.p95'),
          value:
            status.p95_ms === null ? '—' : t('status.milliseconds', { value: formatNumber(status.p95_ms) }),
        },
        {
          label: t('status.webhooks'),
          value: `${formatNumber(status.open_webhooks)} / ${formatNumber(status.dead_webhooks)}`,
        },
        { label: t('status.keysExpiring'), value: formatNumber(status.keys_expiring) },
        { label: t('status.outbound'), value: t(`status.outboundState.${status.outbound.state}`) },
      ]}
    />
  );
}

/** One bank among the others: its light, what is behind it, and the ways further. */
export function BankCard({ bank }: { bank: BankDto }) {
  const { t } = useTranslation('banks');
  const status = useBankStatus(bank.id);
  const mayReadLog = usePermission('bank.log.read');
  const to = `/banks/${String(bank.id)}`;
  return (
    <article className={classes.card} data-light={status.data?.light} aria-labelledby={`bank-${bank.code}`}>
      <div className={classes.cardHead}>
        <div>
          <Title order={2} size="h4" id={`bank-${bank.code}`}>
            <Anchor component={Link} to={to} inherit>
              {bank.name}
            </Anchor>
          </Title>
          <Text size="xs" c="dimmed">
            {bank.code}
          </Text>
        </div>
        <Group gap={6}>
          <StatusBadge kind="bankEnvironment" state={bank.environment} />
          {status.data && <StatusBadge kind="bankLight" state={status.data.light} />}
        </Group>
      </div>
      {status.isPending && <Skeleton h={150} />}
      {status.isError && (
        <Text size="sm" c="red" role="alert">
          {t('status.unavailable')}
        </Text>
      )}
      {status.data && <FindingList bankId={bank.id} active={bank.active} status={status.data} />}
      {status.data && <CardFigures status={status.data} />}
      <Group gap="xs">
        <Button component={Link} to={to} variant="default" size="xs">
          {t('open', { name: bank.name })}
        </Button>
        {mayReadLog && (
          <Button component={Link} to={`/bank-calls?bank_id=${String(bank.id)}`} variant="subtle" size="xs">
            {t('status.calls')}
          </Button>
        )}
      </Group>
    </article>
  );
}
