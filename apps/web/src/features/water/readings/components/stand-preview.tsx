import { Alert, Group, Loader, Stack, Text } from '@mantine/core';
import type { ReadingContextDto, ReadingPreviewDto } from '@tirtapay/api-client';
import { needsSecondLook } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { PriceTable } from '../../../../components/price-table';
import { ReadingMonths } from '../../../../components/reading-months';
import { StatusBadge } from '../../../../components/status-badge';
import { UsageBars } from '../../../../components/usage-bars';
import { formatNumber } from '../../../../lib/format';
import classes from './reading-entry.module.css';

interface StandPreviewProps {
  context: ReadingContextDto;
  shown: ReadingPreviewDto | undefined;
  busy: boolean;
  error: Error | null;
}

/** What the stand that is being typed comes to, as it would be billed, and what is worth a second look. */
export function StandPreview({ context, shown, busy, error }: StandPreviewProps) {
  const { t } = useTranslation('readings');
  const { t: common } = useTranslation();
  return (
    <Panel title={t('entry.preview')} action={busy && <Loader size="xs" aria-label={t('entry.computing')} />}>
      <Stack aria-live="polite">
        {error !== null && <ProblemPanel error={error} />}
        {shown === undefined && error === null && (
          <Text size="sm" c="dimmed">
            {t('entry.previewEmpty')}
          </Text>
        )}
        {shown && (
          <>
            <Group justify="space-between">
              <Text className={classes.usage}>
                {common('word.cubic', { value: formatNumber(shown.usage_m3) })}
              </Text>
              <StatusBadge kind="severity" state={shown.anomalies.severity} />
            </Group>
            <Findings shown={shown} />
            <ReadingMonths spread={shown.spread} />
            <PriceTable lines={shown.quote.lines} total={shown.quote.total} />
          </>
        )}
        {context.history.length > 0 && (
          <div>
            <Text size="xs" c="dimmed" mb={4}>
              {t('entry.history')}
            </Text>
            <UsageBars
              history={context.history}
              current={shown && { period: context.period, usage_m3: shown.usage_m3 }}
            />
          </div>
        )}
      </Stack>
    </Panel>
  );
}

function Findings({ shown }: { shown: ReadingPreviewDto }) {
  const { t } = useTranslation('readings');
  const { t: common } = useTranslation();
  const { severity, reasons } = shown.anomalies;
  if (reasons.length === 0) return null;
  return (
    <Alert color={severity === 'ERROR' ? 'red' : 'yellow'} variant="light" p="xs">
      {reasons.map((reason) => (
        <Text size="sm" key={reason}>
          {common(`anomaly.${reason}` as 'anomaly.HIGH', { defaultValue: reason })}
        </Text>
      ))}
      {needsSecondLook(reasons) && (
        <Text size="sm">{t('entry.ceiling', { ceiling: formatNumber(shown.ceiling_m3) })}</Text>
      )}
      {shown.overestimated_m3 > 0 && (
        <Text size="sm">{t('entry.belowEstimate', { excess: formatNumber(shown.overestimated_m3) })}</Text>
      )}
      <Text size="sm">{t('entry.reTypeHint')}</Text>
    </Alert>
  );
}
