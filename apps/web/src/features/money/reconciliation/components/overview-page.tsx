import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import type { OverviewDto } from '@tirtapay/api-client';
import { addDays, businessDate } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { FigureLink } from '../../../../components/figure-link';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge } from '../../../../components/status-badge';
import { WideTable } from '../../../../components/wide-table';
import { formatDate, formatDateShort } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { useOverview } from '../api/reconciliation-api';
import { BeginBank } from './begin-bank';

type OverviewBank = OverviewDto['banks'][number];
type OverviewDay = OverviewBank['days'][number];

function DayCell({ bank, day }: { bank: OverviewBank; day: OverviewDay }) {
  const { t } = useTranslation('reconciliation');
  const mayUpload = usePermission('reconciliation.manage');
  const badge = <StatusBadge kind="overview" state={day.state} />;
  if (day.reconciliation_id !== null) {
    return (
      <Stack gap={2} align="flex-start">
        <Anchor
          component={Link}
          to={`/reconciliation/days/${String(day.reconciliation_id)}`}
          aria-label={`${bank.bank_name}, ${formatDateShort(day.date)}`}
        >
          {badge}
        </Anchor>
        {day.open_items > 0 && (
          <Anchor
            component={Link}
            size="xs"
            to={`/reconciliation/items?reconciliation_id=${String(day.reconciliation_id)}&state=OPEN`}
          >
            {t('overview.open', { count: day.open_items })} · <Money amount={day.open_amount} />
          </Anchor>
        )}
      </Stack>
    );
  }
  if (day.state !== 'FILE_MISSING' || !mayUpload) return badge;
  return (
    <Anchor
      component={Link}
      to={`/reconciliation/upload?bank_id=${String(bank.bank_id)}`}
      aria-label={t('overview.uploadFor', { bank: bank.bank_name, date: formatDateShort(day.date) })}
    >
      {badge}
    </Anchor>
  );
}

function Calendar({ overview }: { overview: OverviewDto }) {
  const { t } = useTranslation('reconciliation');
  const dates = (overview.banks[0]?.days ?? []).map(({ date }) => date).toReversed();
  return (
    <WideTable label={t('overview.title')} minWidth={160 + overview.banks.length * 150}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('date')}</Table.Th>
          {overview.banks.map((bank) => (
            <Table.Th key={bank.bank_id}>
              <Stack gap={4} align="flex-start">
                {bank.bank_name}
                {bank.statement !== 'BANK' && (
                  <Text size="xs" c="dimmed" fw={400}>
                    {t(`kindOf.${bank.statement}`)}
                  </Text>
                )}
                <Anchor
                  component={Link}
                  size="xs"
                  to={`/reconciliation/banks/${String(bank.bank_id)}`}
                  aria-label={t('agreement.of', { bank: bank.bank_name })}
                >
                  {t('agreement.link')}
                </Anchor>
              </Stack>
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {dates.map((date) => (
          <Table.Tr key={date}>
            <Table.Th scope="row" fw={500} style={{ whiteSpace: 'nowrap' }}>
              {formatDateShort(date)}
            </Table.Th>
            {overview.banks.map((bank) => {
              const day = bank.days.find((known) => known.date === date);
              return <Table.Td key={bank.bank_id}>{day && <DayCell bank={bank} day={day} />}</Table.Td>;
            })}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

/** What is open since so many days: `2-3`, or `31+` without end. */
function openOf(today: string, days: string): string {
  const [least = '0', most] = days.replace('+', '').split('-');
  const day = (ago: string) => addDays(businessDate(today), -Number(ago));
  const from = most === undefined ? '' : `&from=${day(most)}`;
  return `/reconciliation/items?state=OPEN${from}&to=${day(least)}`;
}

function Aging({ overview }: { overview: OverviewDto }) {
  const { t } = useTranslation('reconciliation');
  return (
    <Panel
      title={t('overview.aging')}
      action={
        <Anchor component={Link} to="/reconciliation/items?state=OPEN" size="sm">
          {t('overview.seeOpen')}
        </Anchor>
      }
    >
      <WideTable label={t('overview.aging')} minWidth={270}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('overview.days')}</Table.Th>
            <Table.Th ta="right">{t('overview.count')}</Table.Th>
            <Table.Th ta="right">{t('overview.difference')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {overview.aging.map((row) => (
            <Table.Tr key={row.days}>
              <Table.Td>{t(`overview.age.${row.days}`)}</Table.Td>
              <Table.Td ta="right">
                <FigureLink to={openOf(overview.to, row.days)} count={row.count} />
              </Table.Td>
              <Table.Td ta="right">
                <FigureLink to={openOf(overview.to, row.days)} amount={row.amount} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      <Group justify="space-between" mt="sm">
        <Anchor component={Link} to="/reconciliation/items?claims=true" size="sm">
          {t('overview.claims')}
        </Anchor>
        <FigureLink to="/reconciliation/items?claims=true" amount={overview.claims} />
      </Group>
    </Panel>
  );
}

/** Whose statements nobody compares yet; one of many partners is found without going through a wide table. */
function NotBegun({ banks }: { banks: readonly OverviewBank[] }) {
  const { t } = useTranslation('reconciliation');
  const mayBegin = usePermission('reconciliation.manage');
  if (banks.length === 0) return null;
  return (
    <Panel title={t('overview.notBegun')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('overview.notBegunHint')}
      </Text>
      <Stack gap="xs">
        {banks.map((bank) => (
          <Group key={bank.bank_id} justify="space-between" wrap="nowrap">
            <div>
              <Text size="sm">{bank.bank_name}</Text>
              <Text size="xs" c="dimmed">
                {t(`kindOf.${bank.statement}`)}
              </Text>
            </div>
            {mayBegin && <BeginBank bank={bank} />}
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}

/** Of whom nothing is expected any more, on any day that is shown: a line, and no column of the calendar. */
function Ended({ banks }: { banks: readonly OverviewBank[] }) {
  const { t } = useTranslation('reconciliation');
  if (banks.length === 0) return null;
  return (
    <Panel title={t('ending.ended')}>
      <Stack gap="xs">
        {banks.map((bank) => (
          <Group key={bank.bank_id} justify="space-between" wrap="nowrap">
            <div>
              <Text size="sm">{bank.bank_name}</Text>
              {bank.last_day !== null && (
                <Text size="xs" c="dimmed">
                  {t('ending.endsOn', { date: formatDate(bank.last_day) })}
                </Text>
              )}
            </div>
            <Anchor
              component={Link}
              size="sm"
              to={`/reconciliation/banks/${String(bank.bank_id)}`}
              aria-label={t('agreement.of', { bank: bank.bank_name })}
            >
              {t('agreement.link')}
            </Anchor>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}

/** What is reconciled, what waits to be begun with, and what has ended. */
function Statements({ overview }: { overview: OverviewDto }) {
  const all = overview.banks.filter((bank) => bank.reconcile_from !== null);
  const ended = all.filter((bank) => bank.days.every(({ state }) => state === 'ENDED'));
  const begun = all.filter((bank) => !ended.includes(bank));
  return (
    <Stack>
      {begun.length > 0 && (
        <Panel>
          <Calendar overview={{ ...overview, banks: begun }} />
        </Panel>
      )}
      <NotBegun banks={overview.banks.filter((bank) => bank.reconcile_from === null)} />
      <Ended banks={ended} />
      <Aging overview={overview} />
    </Stack>
  );
}

/** Days × banks, suppliers and partners: what is closed, what waits for somebody, where a file is missing. */
export function OverviewPage() {
  const { t } = useTranslation('reconciliation');
  const query = useOverview({});
  const mayUpload = usePermission('reconciliation.manage');
  return (
    <>
      <PageHeader
        title={t('overview.title')}
        hint={t('overview.hint')}
        actions={
          <>
            <Button component={Link} to="/reconciliation/days" variant="default">
              {t('days.title')}
            </Button>
            <Button component={Link} to="/reconciliation/files" variant="default">
              {t('files.title')}
            </Button>
            {mayUpload && (
              <Button component={Link} to="/reconciliation/upload" leftSection={<Icon name="up" size={16} />}>
                {t('upload.title')}
              </Button>
            )}
          </>
        }
      />
      {query.isError && <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <DetailSkeleton />}
      {query.data &&
        (query.data.banks.length === 0 ? (
          <EmptyMessage title={t('overview.empty')} hint={t('overview.emptyHint')} />
        ) : (
          <Statements overview={query.data} />
        ))}
    </>
  );
}
