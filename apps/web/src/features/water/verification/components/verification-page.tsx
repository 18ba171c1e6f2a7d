import { Button, SegmentedControl, Select, Text } from '@mantine/core';
import { parseAsInteger, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ANOMALY_SEVERITIES } from '@tirtapay/domain';
import { PeriodInput } from '../../../../components/form/period-input';
import { addressParser } from '../../../../components/list-page/address-parser';
import { ExportButton } from '../../../../components/list-page/export-button';
import { periodCodec } from '../../../../components/list-page/list-codecs';
import { ListSkeleton } from '../../../../components/list-page/list-skeleton';
import { PageHeader } from '../../../../components/page/page-header';
import { EmptyMessage } from '../../../../components/page/page-states';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { formatNumber, formatPeriod } from '../../../../lib/format';
import { useRegions, useWorkPeriod } from '../../../../lib/reference-data';
import { exportQueue, useQueue, useReadingSummary } from '../api/verification-api';
import { BatchDialog } from './batch-dialog';
import { PAGE_SIZE, QueueList } from './queue-list';
import { ReadingReview } from './reading-review';
import classes from './verification.module.css';

const WORST_FIRST = [...ANOMALY_SEVERITIES].reverse();

/** What the machine found, one by one with the keyboard, or all that is unremarkable at once. */
export function VerificationPage() {
  const { t } = useTranslation('verification');
  const { t: common } = useTranslation();
  const regions = useRegions();
  const [batch, setBatch] = useState(false);
  const [address, setAddress] = useQueryStates(
    {
      period: addressParser(periodCodec),
      region_id: parseAsInteger,
      severity: parseAsStringLiteral(ANOMALY_SEVERITIES),
      page: parseAsInteger.withDefault(1),
      detail: parseAsInteger,
    },
    { history: 'replace', shallow: false },
  );
  const usual = useWorkPeriod();
  const period = address.period ?? usual;
  const scope = address.region_id === null ? {} : { region_id: address.region_id };
  const summary = useReadingSummary(period);
  // Without a choice the queue opens where work waits, the worst first.
  const severity =
    address.severity ?? WORST_FIRST.find((value) => (summary.data?.by_severity[value] ?? 0) > 0) ?? 'ERROR';
  const filter = period === null ? null : { period, severity, sort: 'read_at', ...scope };
  const queue = useQueue(
    filter === null || summary.isPending
      ? null
      : { ...filter, page: Math.max(1, address.page), page_size: PAGE_SIZE },
  );
  const rows = queue.data?.data ?? [];
  const chosen = rows.find((row) => row.id === address.detail) ?? rows[0];
  const position = chosen ? rows.indexOf(chosen) : -1;
  const total = queue.data?.meta.total ?? 0;
  // Its last row was decided, or the address is old: the page that is the last one now.
  const beyondEnd = queue.data !== undefined && rows.length === 0 && total > 0 && address.page > 1;
  useEffect(() => {
    if (beyondEnd) void setAddress({ page: Math.ceil(total / PAGE_SIZE) });
  });
  const move = (step: number) => {
    const next = rows[position + step];
    if (next) void setAddress({ detail: next.id });
  };

  return (
    <div className={classes.page}>
      <PageHeader
        title={t('title')}
        hint={
          summary.data &&
          t('progress', {
            verified: formatNumber(summary.data.verified),
            reread: formatNumber(summary.data.reread),
            missing: formatNumber(summary.data.missing),
          })
        }
        actions={
          <>
            {filter !== null && (
              <ExportButton
                format="csv"
                label={common('list.exportCsv')}
                onExport={() => exportQueue(filter)}
              />
            )}
            <Button
              onClick={() => {
                setBatch(true);
              }}
              disabled={period === null}
            >
              {t('batch')}
            </Button>
          </>
        }
      />
      <div className={classes.scope}>
        <PeriodInput
          value={period}
          onChange={(value) => void setAddress({ period: value, page: null, detail: null })}
        />
        <Select
          label={common('word.region')}
          placeholder={common('word.all')}
          clearable
          data={(regions.data ?? []).map((row) => ({ value: String(row.id), label: row.name }))}
          value={address.region_id === null ? null : String(address.region_id)}
          onChange={(value) =>
            void setAddress({ region_id: value === null ? null : Number(value), page: null, detail: null })
          }
        />
        <SegmentedControl
          className={classes.groups}
          aria-label={t('severityGroup')}
          value={severity}
          onChange={(value) => void setAddress({ severity: value, page: null, detail: null })}
          data={ANOMALY_SEVERITIES.map((value) => ({
            value,
            label: `${common(`status.severity.${value}`)} ${summary.data ? `(${formatNumber(summary.data.by_severity[value])})` : ''}`,
          }))}
        />
      </div>
      {queue.isError && <ProblemPanel error={queue.error} onRetry={() => void queue.refetch()} />}
      {queue.isPending && <ListSkeleton columns={4} />}
      {queue.data && total === 0 && <EmptyMessage icon="verify" title={t('done')} hint={t('doneHint')} />}
      {queue.data && chosen && (
        <div className={classes.board}>
          <QueueList
            rows={rows}
            total={total}
            page={address.page}
            chosenId={chosen.id}
            onChoose={(id) => void setAddress({ detail: id })}
            onPage={(page) => void setAddress({ page, detail: null })}
          />
          <ReadingReview
            key={chosen.id}
            reading={chosen}
            onMove={move}
            onDecided={() =>
              void setAddress({ detail: (rows[position + 1] ?? rows[position - 1])?.id ?? null })
            }
          />
        </div>
      )}
      <Text size="xs" c="dimmed" className={classes.keys}>
        {t('keys')}
      </Text>
      {period !== null && (
        <BatchDialog
          opened={batch}
          onClose={() => {
            setBatch(false);
          }}
          period={period}
          periodName={formatPeriod(period)}
          regionId={address.region_id}
        />
      )}
    </div>
  );
}
