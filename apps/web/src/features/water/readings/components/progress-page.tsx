import { Anchor, Button, Progress, Stack, Table, Text } from '@mantine/core';
import type { ReadingProgressDto } from '@tirtapay/api-client';
import { parseAsInteger, useQueryStates } from 'nuqs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { TypedSelect } from '../../../../components/form/typed-select';
import { PeriodInput } from '../../../../components/form/period-input';
import { addressParser } from '../../../../components/list-page/address-parser';
import { periodCodec } from '../../../../components/list-page/list-codecs';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { WideTable } from '../../../../components/wide-table';
import { formatMomentShort, formatNumber } from '../../../../lib/format';
import { useRegions, useWorkPeriod } from '../../../../lib/reference-data';
import { usePermission } from '../../../../lib/use-permission';
import { useProgress } from '../api/rounds-api';
import classes from './reading-entry.module.css';

/** How far the reading of a month is, route by route, and who did it. */
export function ProgressPage() {
  const { t } = useTranslation('readings');
  const { t: common } = useTranslation();
  const regions = useRegions();
  const usual = useWorkPeriod();
  const mayReport = usePermission('report.read');
  const [address, setAddress] = useQueryStates(
    { region_id: parseAsInteger, period: addressParser(periodCodec) },
    { history: 'replace', shallow: false },
  );
  const period = address.period ?? usual;
  const regionId = address.region_id ?? regions.data?.find((row) => row.active)?.id ?? null;
  const query = useProgress(regionId, period);
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('progress.title')}
        hint={t('progress.hint')}
        actions={
          mayReport &&
          period !== null && (
            <Button
              component={Link}
              variant="default"
              to={`/reports/unread?period=${period}${regionId === null ? '' : `&region=${String(regionId)}`}`}
            >
              {t('progress.unreadList')}
            </Button>
          )
        }
      />
      <Panel>
        <div className={classes.choices}>
          <TypedSelect
            label={common('word.region')}
            data={(regions.data ?? []).map((row) => ({ value: String(row.id), label: row.name }))}
            value={regionId === null ? null : String(regionId)}
            onChange={(value) => void setAddress({ region_id: value === null ? null : Number(value) })}
          />
          <PeriodInput
            value={period}
            onChange={(value) => void setAddress({ period: value === usual ? null : value })}
          />
        </div>
      </Panel>
      {query.isError && <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && regionId !== null && <DetailSkeleton />}
      {query.data && regionId !== null && (
        <Stack>
          <Routes regionId={regionId} routes={query.data.routes} period={query.data.period} />
          <Readers readers={query.data.readers} />
        </Stack>
      )}
    </div>
  );
}

interface RoutesProps {
  regionId: number;
  routes: ReadingProgressDto['routes'];
  period: string;
}

function Routes({ regionId, routes, period }: RoutesProps) {
  const { t } = useTranslation('readings');
  const { t: common } = useTranslation();
  if (routes.length === 0) return <EmptyMessage icon="map" title={t('progress.noRoutes')} />;
  const link = (id: number, show: string) =>
    `/readings/round?route=${String(id)}&period=${period}&show=${show}`;
  return (
    <Panel title={t('progress.routes')}>
      <WideTable label={t('progress.routes')} minWidth={640} cards>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{common('word.route')}</Table.Th>
            <Table.Th>{t('progress.done')}</Table.Th>
            <Table.Th ta="right">{t('progress.unread')}</Table.Th>
            <Table.Th ta="right">{t('progress.reread')}</Table.Th>
            <Table.Th ta="right">{t('progress.recorded')}</Table.Th>
            <Table.Th ta="right">{t('progress.verified')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {routes.map((route) => {
            const done = route.recorded + route.verified;
            const words = t('round.progress', {
              done: formatNumber(done),
              all: formatNumber(route.connections),
            });
            return (
              <Table.Tr key={route.id}>
                <Table.Td>
                  <Anchor component={Link} size="sm" to={link(route.id, 'all')}>
                    {route.code} {route.name}
                  </Anchor>
                </Table.Td>
                <Table.Td>
                  <Text size="sm">{words}</Text>
                  <Progress value={(done / route.connections) * 100} aria-label={words} />
                </Table.Td>
                <Table.Td ta="right">
                  <Anchor component={Link} size="sm" to={link(route.id, 'open')}>
                    {formatNumber(route.unread)}
                  </Anchor>
                </Table.Td>
                <Table.Td ta="right">
                  <Anchor component={Link} size="sm" to={link(route.id, 'REREAD')}>
                    {formatNumber(route.reread)}
                  </Anchor>
                </Table.Td>
                <Table.Td ta="right">
                  <Anchor
                    component={Link}
                    size="sm"
                    to={`/readings?region_id=${String(regionId)}&route_id=${String(route.id)}&period=${period}&status=RECORDED`}
                  >
                    {formatNumber(route.recorded)}
                  </Anchor>
                </Table.Td>
                <Table.Td ta="right">{formatNumber(route.verified)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}

function Readers({ readers }: { readers: ReadingProgressDto['readers'] }) {
  const { t } = useTranslation('readings');
  if (readers.length === 0) return null;
  return (
    <Panel title={t('progress.readers')}>
      <WideTable label={t('progress.readers')} minWidth={560} cards>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('readBy')}</Table.Th>
            <Table.Th ta="right">{t('progress.readings')}</Table.Th>
            <Table.Th ta="right">{t('progress.estimated')}</Table.Th>
            <Table.Th ta="right">{t('progress.flagged')}</Table.Th>
            <Table.Th ta="right">{t('progress.withPhoto')}</Table.Th>
            <Table.Th>{t('progress.last')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {readers.map((reader) => (
            <Table.Tr key={reader.name}>
              <Table.Td>{reader.name}</Table.Td>
              <Table.Td ta="right">{formatNumber(reader.readings)}</Table.Td>
              <Table.Td ta="right">{formatNumber(reader.estimated)}</Table.Td>
              <Table.Td ta="right">{formatNumber(reader.flagged)}</Table.Td>
              <Table.Td ta="right">{formatNumber(reader.with_photo)}</Table.Td>
              <Table.Td>{formatMomentShort(reader.last_at)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}
