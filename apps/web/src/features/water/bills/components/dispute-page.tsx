import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import type { DisputeDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { ApprovalLink } from '../../../../components/approval-link';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { Fields, Panel, Split } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge } from '../../../../components/status-badge';
import { ApiProblem } from '../../../../lib/api-problem';
import { formatDate, formatMoment, formatNumber, formatPeriod } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { askLongerHold, askRelease, orderCheck, useDispute } from '../api/disputes-api';
import { CancelCharge } from './cancel-charge';
import { MeterCheck } from './meter-check';

function Actions({ dispute }: { dispute: DisputeDto }) {
  const { t } = useTranslation('bills');
  const [asking, setAsking] = useState<'check' | 'release' | 'hold'>();
  const close = () => {
    setAsking(undefined);
  };
  const check = useAction({
    perform: (instruction: string) => orderCheck({ id: dispute.id, instruction }),
    done: () => t('dispute.checkOrdered'),
    onSuccess: close,
  });
  const release = useAction({
    perform: (answer: string) => askRelease({ id: dispute.id, answer }),
    done: () => t('dispute.releaseAsked'),
    onSuccess: close,
  });
  const hold = useAction({
    perform: (reason: string) => askLongerHold({ id: dispute.id, reason }),
    done: () => t('dispute.prolongAsked'),
    onSuccess: close,
  });
  // What no meter measured has nothing to look at and no stand to correct.
  const water = dispute.bill.kind === 'WATER';
  const underWay =
    dispute.check !== null && dispute.check.seen_at === null && dispute.check.dropped_at === null;
  return (
    <>
      {water && !underWay && (
        <Button
          variant="default"
          onClick={() => {
            setAsking('check');
          }}
        >
          {t('dispute.order')}
        </Button>
      )}
      {water && (
        <Button component={Link} to={`/bills/${String(dispute.bill.id)}/correction`} variant="light">
          {t('correction.ask')}
        </Button>
      )}
      {dispute.bill.kind === 'NONWATER' && dispute.bill.state === 'ISSUED' && (
        <CancelCharge id={dispute.bill.id} />
      )}
      <Button
        variant="light"
        onClick={() => {
          setAsking('release');
        }}
      >
        {t('dispute.release')}
      </Button>
      {dispute.hold_lapses_on !== null && (
        <Button
          variant="default"
          onClick={() => {
            setAsking('hold');
          }}
        >
          {t('dispute.prolong')}
        </Button>
      )}
      <ConfirmDialog
        opened={asking === 'hold'}
        onClose={close}
        title={t('dispute.prolongTitle')}
        confirmLabel={t('dispute.prolong')}
        reason="required"
        reasonLength={10}
        action={hold}
      >
        <Text size="sm">{t('dispute.prolongBody')}</Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'check'}
        onClose={close}
        title={t('dispute.orderTitle')}
        confirmLabel={t('dispute.order')}
        reason="required"
        reasonLabel={t('dispute.instruction')}
        reasonHint={t('dispute.instructionHint')}
        action={check}
      >
        <Text size="sm">{t('dispute.orderBody')}</Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'release'}
        onClose={close}
        title={t('dispute.releaseTitle')}
        confirmLabel={t('dispute.release')}
        reason="required"
        reasonLength={10}
        reasonLabel={t('dispute.answer')}
        reasonHint={t('dispute.answerHint')}
        reasonMost={500}
        action={release}
      >
        <Text size="sm">{t('dispute.releaseBody')}</Text>
      </ConfirmDialog>
    </>
  );
}

/** One doubt: what the customer says, what the reader saw, and the two ways it can end. */
export function DisputePage() {
  const { t } = useTranslation('bills');
  const mayAsk = usePermission('bill.correct.request');
  const query = useDispute(Number(useParams().id));
  if (query.isError && query.data === undefined)
    return query.error instanceof ApiProblem && query.error.status === 404 ? (
      <NotFoundPage />
    ) : (
      <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
    );
  if (!query.data) return <DetailSkeleton />;
  const dispute = query.data;
  const { bill, customer } = dispute;
  const open = dispute.state === 'OPEN';
  return (
    <>
      <PageHeader
        title={t('dispute.page', { ticket: dispute.ticket_number })}
        badge={<StatusBadge kind="dispute" state={dispute.state} />}
        hint={
          <Anchor component={Link} to={`/customers/${String(customer.id)}`} size="sm">
            {customer.name} ({customer.customer_number})
          </Anchor>
        }
        back={{
          to: `/bills/${String(bill.id)}`,
          label: bill.title ?? t('detail.title', { period: formatPeriod(bill.period) }),
        }}
        actions={open && mayAsk && dispute.pending_approval_id === null && <Actions dispute={dispute} />}
      />
      {dispute.overdue && (
        <Alert color="red" variant="light" icon={<Icon name="clock" />} mb="md">
          {t('dispute.overdue', { date: formatDate(dispute.answer_by) })}
        </Alert>
      )}
      {open && dispute.hold_lapsed_on !== null && (
        <Alert color="yellow" variant="light" icon={<Icon name="warning" />} mb="md">
          {t('dispute.holdLapsed', { date: formatDate(dispute.hold_lapsed_on) })}
        </Alert>
      )}
      {dispute.pending_approval_id !== null && (
        <Alert color="blue" variant="light" icon={<Icon name="history" />} mb="md">
          <Text size="sm">{t('dispute.pending')}</Text>
          <ApprovalLink id={dispute.pending_approval_id}>{t('dispute.pendingShow')}</ApprovalLink>
        </Alert>
      )}
      <Split>
        <Stack>
          <Panel title={t('dispute.said')}>
            <Text size="sm" fw={600}>
              {t(`dispute.reason.${dispute.reason}`)}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
              {dispute.statement}
            </Text>
          </Panel>
          {bill.kind === 'WATER' && (
            <Panel title={t('dispute.check')}>
              {dispute.check === null ? (
                <Text size="sm" c="dimmed">
                  {t('dispute.checkNone')}
                </Text>
              ) : (
                <MeterCheck check={dispute.check} bill={bill} />
              )}
            </Panel>
          )}
          {dispute.answer !== null && (
            <Panel title={t('dispute.answerGiven')}>
              <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
                {dispute.answer}
              </Text>
            </Panel>
          )}
        </Stack>
        <Panel title={t('dispute.facts')}>
          <Fields
            rows={[
              {
                label: t('dispute.bill'),
                value: (
                  <Anchor component={Link} to={`/bills/${String(bill.id)}`} size="sm">
                    {bill.bill_number}
                  </Anchor>
                ),
              },
              { label: t('dispute.principal'), value: <Money amount={bill.principal} /> },
              ...(bill.title === null
                ? [{ label: t('dispute.usage'), value: `${formatNumber(bill.usage_m3)} m³` }]
                : []),
              {
                label: t('dispute.openedAt'),
                value: `${formatMoment(dispute.opened_at)}, ${dispute.opened_by ?? t('dispute.byCustomer')}`,
              },
              { label: t('dispute.promised'), value: formatDate(dispute.answer_by) },
              ...(dispute.hold_lapses_on === null || !open || dispute.hold_lapsed_on !== null
                ? []
                : [{ label: t('dispute.holdUntil'), value: formatDate(dispute.hold_lapses_on) }]),
              ...(dispute.ended_at === null
                ? []
                : [{ label: t('dispute.endedAt'), value: formatMoment(dispute.ended_at) }]),
              ...(dispute.note_number === null
                ? []
                : [{ label: t('dispute.note'), value: dispute.note_number }]),
              ...(dispute.days_held === null
                ? []
                : [{ label: t('dispute.held'), value: t('dispute.heldDays', { count: dispute.days_held }) }]),
            ]}
          />
        </Panel>
      </Split>
    </>
  );
}
