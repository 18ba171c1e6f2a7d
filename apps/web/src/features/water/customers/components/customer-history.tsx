import { Text, Timeline } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { statusText } from '../../../../components/status-badge';
import { formatMoment, formatPeriod } from '../../../../lib/format';
import { useCustomerHistory } from '../api/customers-api';

/** Who changed what, when and why. */
export function CustomerHistory({ customerId }: { customerId: number }) {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation();
  const history = useCustomerHistory(customerId);
  const told = (field: string, value: string) =>
    field === 'state' ? statusText(common, 'customer', value) : value;
  if (history.isError && history.data === undefined)
    return <ProblemPanel error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <DetailSkeleton />;
  if (history.data.data.length === 0) return <EmptyMessage icon="history" title={t('history.empty')} />;
  return (
    <Panel>
      <Timeline bulletSize={14} lineWidth={2} active={-1}>
        {history.data.data.map((entry) => (
          <Timeline.Item
            key={entry.id}
            title={t(`history.field.${entry.field}` as 'history.field.name', { defaultValue: entry.field })}
          >
            <Text size="sm">
              {entry.before !== null && (
                <>
                  <Text span c="dimmed" td="line-through">
                    {told(entry.field, entry.before)}
                  </Text>{' '}
                  →{' '}
                </>
              )}
              {entry.after === null
                ? t('history.blank')
                : entry.field === 'moved_from'
                  ? formatPeriod(entry.after)
                  : told(entry.field, entry.after)}
            </Text>
            {entry.reason !== null && <Text size="sm">{entry.reason}</Text>}
            <Text size="xs" c="dimmed">
              {entry.actor?.name ?? common('state.system')} · {formatMoment(entry.at)}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Panel>
  );
}
