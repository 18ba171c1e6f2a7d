import { Anchor, Stack, Text, Timeline } from '@mantine/core';
import type { SaleDto, SaleStoryDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { JournalTable } from '../../../../components/journal-table';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { Fields, Panel, Split } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useSale } from '../../../../components/ppob/ppob-api';
import { PpobResult } from '../../../../components/ppob/ppob-result';
import { StatusBadge } from '../../../../components/status-badge';
import { ApiProblem } from '../../../../lib/api-problem';
import { formatMoment, formatMomentExact, formatNumber } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { useStory } from '../api/sales-api';
import { OutcomeRequest } from './outcome-request';
import { serviceName } from '../../../../lib/service-name';

type Stage = 'stage.SENT';

function SaleTimeline({ story }: { story: SaleStoryDto }) {
  const { t } = useTranslation('ppob-sales');
  const { t: ppob } = useTranslation('ppob');
  const reversed = story.reversed_at === null ? 0 : 1;
  return (
    <Timeline bulletSize={14} lineWidth={2} active={story.steps.length + reversed}>
      {story.steps.map((step) => (
        <Timeline.Item key={`${step.status}-${step.at}`} title={ppob(`stage.${step.status}` as Stage)}>
          {step.message !== null && <Text size="sm">{step.message}</Text>}
          <Text size="xs" c="dimmed">
            {formatMomentExact(step.at)}
          </Text>
        </Timeline.Item>
      ))}
      {story.reversed_at !== null && (
        <Timeline.Item title={t('reversed')}>
          <Text size="xs" c="dimmed">
            {formatMomentExact(story.reversed_at)}
          </Text>
        </Timeline.Item>
      )}
    </Timeline>
  );
}

function Amounts({ sale, story }: { sale: SaleDto; story: SaleStoryDto }) {
  const { t } = useTranslation('ppob-sales');
  const { t: ppob } = useTranslation('ppob');
  const { t: common } = useTranslation();
  return (
    <Fields
      rows={[
        { label: ppob('quote.principal'), value: <Money amount={sale.principal} /> },
        { label: ppob('fee'), value: <Money amount={sale.admin_fee} /> },
        {
          label: common('word.total'),
          value: (
            <Text fw={700}>
              <Money amount={sale.total_amount} />
            </Text>
          ),
        },
        ...(story.cost === null
          ? []
          : [
              { label: t('cost'), value: <Money amount={story.cost} /> },
              { label: t('margin'), value: <Money amount={story.margin ?? 0} /> },
            ]),
      ]}
    />
  );
}

function Facts({ sale, story }: { sale: SaleDto; story: SaleStoryDto }) {
  const { t } = useTranslation('ppob-sales');
  const { t: common } = useTranslation();
  const seesPayments = usePermission('payment.read');
  return (
    <Fields
      rows={[
        { label: t('seller'), value: story.seller.name },
        { label: t('reference'), value: sale.ref_id ?? '—' },
        { label: common('word.receiptNumber'), value: sale.receipt_number ?? '—' },
        ...(story.supplier === null
          ? []
          : [
              { label: t('supplier'), value: story.supplier.name },
              { label: t('supplierRef'), value: story.supplier_ref },
              { label: t('sku'), value: story.sku ?? '—' },
            ]),
        ...(sale.bill === null
          ? []
          : [
              { label: common('word.customerNumber'), value: sale.bill.customer_number },
              { label: common('word.billNumber'), value: sale.bill.bill_number },
            ]),
        ...(story.payment_id === null || !seesPayments
          ? []
          : [
              {
                label: t('payment'),
                value: (
                  <Anchor component={Link} to={`/payments/${String(story.payment_id)}`} size="sm">
                    {t('seePayment')}
                  </Anchor>
                ),
              },
            ]),
        { label: t('soldAt'), value: formatMoment(sale.created_at) },
        ...(story.next_check_at === null
          ? []
          : [
              { label: t('checks'), value: formatNumber(story.checks) },
              { label: t('nextCheck'), value: formatMomentExact(story.next_check_at) },
            ]),
      ]}
    />
  );
}

export function SalePage() {
  const { t } = useTranslation('ppob-sales');
  const { t: common } = useTranslation();
  const id = Number(useParams().id);
  const query = useSale(id);
  const story = useStory(id, query.data?.status);
  if (query.isError && query.data === undefined) {
    return query.error instanceof ApiProblem && query.error.status === 404 ? (
      <NotFoundPage />
    ) : (
      <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  if (!query.data) return <DetailSkeleton />;
  const sale = query.data;
  return (
    <>
      <PageHeader
        title={t('detail', { number: sale.id })}
        badge={<StatusBadge kind="sale" state={sale.status} />}
        hint={`${serviceName(sale.service_code)} · ${sale.customer_name}`}
        back={{ to: '/ppob/transactions', label: t('title') }}
      />
      <Split>
        <Stack>
          <Panel title={t('outcome')}>
            <PpobResult sale={sale} />
            {story.data && <OutcomeRequest sale={sale} story={story.data} />}
          </Panel>
          {story.data && story.data.journal.length > 0 && (
            <Panel title={common('journal.title')}>
              <JournalTable lines={story.data.journal} />
            </Panel>
          )}
        </Stack>
        <Stack>
          {story.isError && <ProblemPanel error={story.error} onRetry={() => void story.refetch()} />}
          {story.data && (
            <>
              <Panel title={t('amounts')}>
                <Amounts sale={sale} story={story.data} />
              </Panel>
              <Panel title={t('facts')}>
                <Facts sale={sale} story={story.data} />
              </Panel>
              <Panel title={t('way')}>
                <SaleTimeline story={story.data} />
              </Panel>
            </>
          )}
        </Stack>
      </Split>
    </>
  );
}
