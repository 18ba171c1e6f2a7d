import { Text } from '@mantine/core';
import type { DashboardDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Panel } from '../../../../components/page/panel';
import { formatNumber } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import classes from './dashboard.module.css';

/** What waits for the reader, each with the list of it; nobody is shown the work of others. */
export function WorkQueues({ queues }: Pick<DashboardDto, 'queues'>) {
  const { t } = useTranslation('dashboard');
  const verify = usePermission('reading.verify');
  const bills = usePermission('bill.read');
  const decide = usePermission('approval.read');
  const cases = usePermission('case.read');
  const rows: readonly { label: string; count: number | null; to: string }[] = [
    { label: t('toRead'), count: queues.to_read, to: '/readings/progress' },
    { label: t('rereads'), count: queues.rereads, to: '/readings?status=REREAD' },
    { label: t('toVerify'), count: verify ? queues.to_verify : null, to: '/verification' },
    { label: t('toIssue'), count: bills ? queues.to_issue : null, to: '/bills?state=DRAFT' },
    { label: t('approvals'), count: decide ? queues.approvals : null, to: '/approvals?decidable=true' },
    { label: t('countedShifts'), count: queues.counted_shifts, to: '/shifts?state=COUNTED' },
    { label: t('breaks'), count: queues.breaks, to: '/reconciliation/items?state=OPEN' },
    { label: t('openCases'), count: cases ? queues.open_cases : null, to: '/cases?status=OPEN' },
    { label: t('deadNotifications'), count: queues.dead_notifications, to: '/webhooks?state=DEAD' },
    { label: t('expiringKeys'), count: queues.expiring_keys, to: '/banks' },
  ];
  const shown = rows.filter(({ count }) => count !== null);
  return (
    <Panel title={t('queues')}>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noQueues')}
        </Text>
      )}
      <ul className={classes.queues}>
        {shown.map(({ label, count, to }) => (
          <li key={label}>
            <Link to={to} className={classes.queue}>
              <span>{label}</span>
              <strong>{count === 0 ? t('nothing') : formatNumber(count ?? 0)}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
