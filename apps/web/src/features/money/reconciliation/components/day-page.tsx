import { Alert, Anchor, Stack, Text } from '@mantine/core';
import type { DayDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { ApprovalLink } from '../../../../components/approval-link';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { Fields, Panel, Split } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { ApiProblem } from '../../../../lib/api-problem';
import { formatDate, formatMoment } from '../../../../lib/format';
import { useDay } from '../api/reconciliation-api';
import { DayActions } from './day-actions';
import { DayBadge } from './day-badge';
import { DaySums } from './day-sums';
import { Withdrawals } from './withdrawals';

function Files({ day }: { day: DayDetailDto }) {
  const { t } = useTranslation('reconciliation');
  if (day.files.length === 0)
    return (
      <Text size="sm">{t(day.absent ? 'day.absent' : day.expected ? 'day.noFile' : 'day.hintEnded')}</Text>
    );
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
              format: t(`formats.${file.format}`),
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

/** One day of a bank, supplier or partner: both sides by type, what is booked, and the way to its end. */
export function DayPage() {
  const { t } = useTranslation('reconciliation');
  const query = useDay(Number(useParams().id));
  if (query.isError && query.data === undefined) {
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
        badge={<DayBadge day={day} />}
        hint={
          !day.expected
            ? t('day.hintEnded')
            : day.closed_at === null
              ? t('day.hintOpen', { count: day.open_items })
              : t('day.hintClosed', { by: day.closed_by ?? t('system'), at: formatMoment(day.closed_at) })
        }
        back={{ to: '/reconciliation', label: t('overview.title') }}
        actions={<DayActions day={day} />}
      />
      {day.reopening_id !== null && (
        <Alert color="yellow" variant="light" icon={<Icon name="inbox" />} mb="md">
          {t('day.reopeningWaits')} <ApprovalLink id={day.reopening_id}>{t('item.seeRequest')}</ApprovalLink>
        </Alert>
      )}
      {day.absence_request_id !== null && (
        <Alert color="yellow" variant="light" icon={<Icon name="inbox" />} mb="md">
          {t('day.absenceWaits')}{' '}
          <ApprovalLink id={day.absence_request_id}>{t('item.seeRequest')}</ApprovalLink>
        </Alert>
      )}
      {day.state === 'OPEN' && (day.files.length > 0 || day.absent) && day.run_at === null && (
        <Alert color="yellow" variant="light" icon={<Icon name="warning" />} mb="md">
          {t('day.runsAgain')}
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
              <DaySums day={day} />
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
