import { Anchor, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Money } from '../../../../components/money';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Fields } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { ReadingPhoto } from '../../../../components/reading-photo';
import { useStandRows } from '../../../../components/stand-rows';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMoment, formatNumber, formatPeriod } from '../../../../lib/format';
import { conditionText } from '../../../../lib/reading-words';
import { useReading } from '../api/readings-api';
import { PhotoUpload } from './photo-upload';

export function ReadingDetail({ id }: { id: number }) {
  const { t } = useTranslation('readings');
  const { t: common } = useTranslation();
  const standRows = useStandRows();
  const query = useReading(id);
  if (query.isError && query.data === undefined)
    return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DetailSkeleton />;
  const reading = query.data;
  return (
    <Stack>
      <div>
        <Anchor component={Link} to={`/customers/${String(reading.customer.id)}`} fw={600}>
          {reading.customer.name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {reading.customer.customer_number} · {reading.customer.address}
        </Text>
      </div>
      <Fields
        rows={[
          { label: common('word.period'), value: formatPeriod(reading.period) },
          { label: common('word.status'), value: <StatusBadge kind="reading" state={reading.status} /> },
          { label: t('meter'), value: reading.meter_serial },
          ...standRows(reading),
          {
            label: common('word.usage'),
            value: common('word.cubic', { value: formatNumber(reading.usage_m3) }),
          },
          ...(reading.overestimated_m3 === 0
            ? []
            : [
                {
                  label: common('word.overestimated'),
                  value: common('word.cubic', { value: formatNumber(reading.overestimated_m3) }),
                },
              ]),
          ...(reading.ceiling_m3 === null
            ? []
            : [
                {
                  label: common('word.meterCeiling'),
                  value: common('word.cubic', { value: formatNumber(reading.ceiling_m3) }),
                },
              ]),
          { label: t('method'), value: common(`method.${reading.method}`) },
          { label: t('condition'), value: conditionText(reading.condition_code) },
          { label: t('rollover'), value: common(reading.rollover ? 'word.yes' : 'word.no') },
          {
            label: t('quote'),
            value: reading.quote_total === null ? '—' : <Money amount={reading.quote_total} />,
          },
          { label: t('readBy'), value: reading.read_by?.name ?? '—' },
          { label: t('readAt'), value: formatMoment(reading.read_at) },
          { label: t('receivedAt'), value: formatMoment(reading.received_at) },
          { label: common('word.note'), value: reading.note ?? '—' },
        ]}
      />
      <div>
        <Text size="xs" c="dimmed">
          {t('reasons')}
        </Text>
        <StatusBadge kind="severity" state={reading.severity} />
        {reading.reasons.length === 0 ? (
          <Text size="sm">{t('noReasons')}</Text>
        ) : (
          <List size="sm">
            {reading.reasons.map((reason) => (
              <List.Item key={reason}>
                {common(`anomaly.${reason}` as 'anomaly.HIGH', { defaultValue: reason })}
              </List.Item>
            ))}
          </List>
        )}
      </div>
      <ReadingPhoto reading={reading} />
      <PhotoUpload reading={reading} />
      {reading.verification && (
        <Fields
          rows={[
            {
              label: t('decision'),
              value: `${reading.verification.decided_by?.name ?? '—'} · ${formatMoment(reading.verification.decided_at)}`,
            },
            { label: common('word.note'), value: reading.verification.note ?? '—' },
          ]}
        />
      )}
    </Stack>
  );
}
