import { Alert, Anchor, Button, Stack, Table, Text } from '@mantine/core';
import type { DayDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { FigureLink } from '../../../../components/figure-link';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { Fields, Panel, Split } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { printFile } from '../../../../components/print/print-file';
import { StatusBadge } from '../../../../components/status-badge';
import { WideTable } from '../../../../components/wide-table';
import { ApiProblem } from '../../../../lib/api-problem';
import { formatDate, formatMoment } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { reportOf, runDay, useDay } from '../api/reconciliation-api';
import { BulkAdjustment } from './bulk-adjustment';
import { CloseDay, ReopenDay } from './close-day';
import { Withdrawals } from './withdrawals';
import { useItemWords } from './item-words';

/** Counts and sums of both sides by type; every number leads to its rows. */
function Sums({ day }: { day: DayDetailDto }) {
  const { t } = useTranslation('reconciliation');
  const words = useItemWords(day.statement);
  const listOf = ({ type, state }: DayDetailDto['sums'][number]) =>
    `/reconciliation/items?reconciliation_id=${String(day.id)}&type=${type}&state=${state}`;
  return (
    <WideTable label={t('day.sums')} minWidth={720}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('item.type')}</Table.Th>
          <Table.Th>{t('day.state')}</Table.Th>
          <Table.Th ta="right">{t('overview.count')}</Table.Th>
          <Table.Th ta="right">{t('item.ours')}</Table.Th>
          <Table.Th ta="right">{t('item.bank', { party: words.party })}</Table.Th>
          <Table.Th ta="right">{t('day.fee')}</Table.Th>
          <Table.Th ta="right">{t('overview.difference')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {day.sums.map((sum) => (
          <Table.Tr key={`${sum.type}-${sum.state}`}>
            <Table.Td>
              <Anchor component={Link} size="sm" to={listOf(sum)}>
                {words.type(sum.type)}
              </Anchor>
            </Table.Td>
            <Table.Td>
              <StatusBadge kind="reconciliationItem" state={sum.state} />
            </Table.Td>
            <Table.Td ta="right">
              <FigureLink to={listOf(sum)} count={sum.count} />
            </Table.Td>
            <Table.Td ta="right">
              <FigureLink to={listOf(sum)} amount={sum.our_amount} />
            </Table.Td>
            <Table.Td ta="right">
              <FigureLink to={listOf(sum)} amount={sum.bank_amount} />
            </Table.Td>
            <Table.Td ta="right">
              <FigureLink to={listOf(sum)} amount={sum.fee} />
            </Table.Td>
            <Table.Td ta="right">
              <FigureLink to={listOf(sum)} amount={sum.difference} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Files({ day }: { day: DayDetailDto }) {
  const { t } = useTranslation('reconciliation');
  if (day.files.length === 0) return <Text size="sm">{t('day.noFile')}</Text>;
  return (
    <Stack gap="sm">
      {day.files.map((file) => (
        <div key={file.id}>
          <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {file.file_name}
            {file.superseded_at !== null && ` (${t('day.superseded')})`}
          </Text>
          <Text size="xs" c="dimmed">
            {t('day.fileFacts', {
              format: file.format,
              count: file.line_count,
              by: file.uploaded_by ?? t('system'),
              at: formatMoment(file.uploaded_at),
            })}
          </Text>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            SHA-256 {file.sha256}
          </Text>
        </div>
      ))}
    </Stack>
  );
}

function Story({ day }: { day: DayDetailDto }) {
  const { t } = useTranslation('reconciliation');
  if (day.events.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('day.noStory')}
      </Text>
    );
  return (
    <Stack gap={6}>
      {day.events.map((event) => (
        <div key={`${event.kind}-${event.made_at}`}>
          <Text size="sm">{t(`event.${event.kind}`)}</Text>
          <Text size="xs" c="dimmed">
            {event.made_by ?? t('system')} · {formatMoment(event.made_at)}
          </Text>
        </div>
      ))}
    </Stack>
  );
}

/** What closing it does to the books, in the words of whose account it is. */
function Booked({ day }: { day: DayDetailDto }) {
  const { t } = useTranslation('reconciliation');
  if (day.statement === 'PARTNER')
    return (
      <Stack gap="xs">
        <Fields rows={[{ label: t('booked.sold'), value: <Money amount={day.moved} /> }]} />
        <Text size="sm">{t('booked.nothing')}</Text>
      </Stack>
    );
  const label = (what: 'received' | 'charged' | 'cleared' | 'claimed' | 'moved') =>
    t(`booked.${day.statement === 'SUPPLIER' ? 'SUPPLIER' : 'BANK'}.${what}`);
  return (
    <Fields
      rows={[
        { label: label('received'), value: <Money amount={day.received} /> },
        { label: label('charged'), value: <Money amount={day.charged} /> },
        { label: label('cleared'), value: <Money amount={day.cleared} /> },
        { label: label('claimed'), value: <Money amount={day.claimed} /> },
        { label: t('day.claimSettled'), value: <Money amount={day.claim_settled} /> },
        ...(day.moved === 0 ? [] : [{ label: label('moved'), value: <Money amount={day.moved} /> }]),
      ]}
    />
  );
}

function Actions({ day }: { day: DayDetailDto }) {
  const { t } = useTranslation('reconciliation');
  const mayManage = usePermission('reconciliation.manage');
  const mayClose = usePermission('reconciliation.close');
  const print = useAction({
    perform: () => reportOf(day.id),
    onSuccess: (sheet) => {
      printFile(`berita-acara-rekonsiliasi-${String(day.id)}.pdf`, sheet);
    },
  });
  const run = useAction({ perform: () => runDay(day.id), done: () => t('day.ran') });
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="print" size={16} />}
        loading={print.isPending}
        onClick={() => {
          print.run(undefined);
        }}
      >
        {t('day.report')}
      </Button>
      {mayManage && day.state === 'OPEN' && (
        <>
          <Button
            variant="default"
            component={Link}
            to={`/reconciliation/upload?bank_id=${String(day.bank_id)}`}
          >
            {t('upload.title')}
          </Button>
          {day.has_file && (
            <Button
              variant="default"
              loading={run.isPending}
              onClick={() => {
                run.run(undefined);
              }}
            >
              {t('day.run')}
            </Button>
          )}
          <BulkAdjustment day={day} />
        </>
      )}
      {mayClose && day.state === 'OPEN' && <CloseDay day={day} />}
      {mayManage && day.state === 'CLOSED' && day.reopening_id === null && <ReopenDay day={day} />}
    </>
  );
}

/** One day of a bank, supplier or partner: both sides by type, what is booked, and the way to its end. */
export function DayPage() {
  const { t } = useTranslation('reconciliation');
  const query = useDay(Number(useParams().id));
  if (query.isError) {
    return query.error instanceof ApiProblem && query.error.status === 404 ? (
      <NotFoundPage />
    ) : (
      <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  if (!query.data) return <DetailSkeleton />;
  const day = query.data;
  return (
    <>
      <PageHeader
        title={t('day.title', { bank: day.bank_name, date: formatDate(day.settlement_date) })}
        badge={<StatusBadge kind="reconciliation" state={day.state} />}
        hint={
          day.closed_at === null
            ? t('day.hintOpen', { count: day.open_items })
            : t('day.hintClosed', { by: day.closed_by ?? t('system'), at: formatMoment(day.closed_at) })
        }
        back={{ to: '/reconciliation', label: t('overview.title') }}
        actions={<Actions day={day} />}
      />
      {day.reopening_id !== null && (
        <Alert color="yellow" variant="light" icon={<Icon name="inbox" />} mb="md">
          {t('day.reopeningWaits')}{' '}
          <Anchor component={Link} size="sm" to={`/approvals?detail=${String(day.reopening_id)}`}>
            {t('item.seeRequest')}
          </Anchor>
        </Alert>
      )}
      <Stack>
        <Panel
          title={t('day.sums')}
          action={
            <Anchor
              component={Link}
              size="sm"
              to={`/reconciliation/items?reconciliation_id=${String(day.id)}`}
            >
              {t('day.allItems')}
            </Anchor>
          }
        >
          {day.sums.length === 0 ? (
            <Text size="sm">{t('day.nothing')}</Text>
          ) : (
            <>
              <Sums day={day} />
              <Text size="xs" c="dimmed" mt="xs">
                {t('day.sumsNote', { party: t(`party.${day.statement}`) })}
              </Text>
            </>
          )}
        </Panel>
        <Split>
          <Panel title={t('day.files')}>
            <Files day={day} />
          </Panel>
          <Stack>
            <Panel title={t('day.booked')}>
              <Booked day={day} />
            </Panel>
            <Withdrawals day={day} />
            <Panel title={t('day.story')}>
              <Story day={day} />
            </Panel>
          </Stack>
        </Split>
      </Stack>
    </>
  );
}
