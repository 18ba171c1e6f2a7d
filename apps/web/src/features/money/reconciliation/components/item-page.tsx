import { Alert, Anchor, Button, Code, Stack, Text } from '@mantine/core';
import type { ItemDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { CodeBlock } from '../../../../components/code-block';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { Fields, Panel, PanelGrid } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { printFile } from '../../../../components/print/print-file';
import { StatusBadge } from '../../../../components/status-badge';
import { ApiProblem } from '../../../../lib/api-problem';
import { channelName } from '../../../../lib/channel-name';
import { formatDate, formatMoment } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { claimLetterOf, useItem } from '../api/reconciliation-api';
import { AdjustItem } from './adjust-item';
import { WithdrawDecision } from './withdraw-decision';
import { useItemWords } from './item-words';

type Payment = NonNullable<ItemDetailDto['payment']>;
type Movement = NonNullable<ItemDetailDto['movement']>;
/** One of them stands for all: what the server says is a string. */
type Stage = 'stage.SENT';
type Sale = NonNullable<ItemDetailDto['sale']>;
type Line = NonNullable<ItemDetailDto['file_line']>;

function PaymentFields({ payment }: { payment: Payment }) {
  const { t } = useTranslation('reconciliation');
  const { t: common } = useTranslation();
  return (
    <Fields
      rows={[
        {
          label: t('item.receipt'),
          value: (
            <Anchor component={Link} to={`/payments/${String(payment.id)}`} size="sm">
              {payment.receipt_number ?? t('item.payment', { id: payment.id })}
            </Anchor>
          ),
        },
        {
          label: common('word.customer'),
          value: [payment.customer_number, payment.customer_name].filter((part) => part !== null).join(' · '),
        },
        { label: t('item.amount'), value: <Money amount={payment.amount} /> },
        { label: common('word.channel'), value: channelName(payment.channel) },
        { label: t('item.reference'), value: payment.bank_reference ?? '—' },
        { label: t('item.postedAt'), value: formatMoment(payment.posted_at) },
        { label: t('item.businessDate'), value: formatDate(payment.business_date) },
      ]}
    />
  );
}

/** Booked already, where it happened. */
function MovementFields({ movement }: { movement: Movement }) {
  const { t } = useTranslation('reconciliation');
  const words = useItemWords();
  return (
    <Stack gap="xs">
      <Fields
        rows={[
          { label: t('item.movement'), value: words.movement(movement.event) },
          { label: t('item.whose'), value: movement.name ?? '—' },
          { label: t('item.amount'), value: <Money amount={movement.amount} /> },
          { label: t('item.reference'), value: movement.bank_reference ?? '—' },
          { label: t('item.postedAt'), value: formatMoment(movement.posted_at) },
          { label: t('item.businessDate'), value: formatDate(movement.business_date) },
        ]}
      />
      <Text size="xs" c="dimmed">
        {t('item.alreadyBooked')}
      </Text>
    </Stack>
  );
}

function LineFields({ line, statement }: { line: Line; statement: ItemDetailDto['statement'] }) {
  const { t } = useTranslation('reconciliation');
  const sign = line.direction === 'CREDIT' ? 1 : -1;
  return (
    <Stack gap="xs">
      <Fields
        rows={[
          { label: t('item.line'), value: String(line.line) },
          {
            label: t('item.amount'),
            value: (
              <>
                <Money amount={sign * line.amount} />
                {line.sen !== 0 && ` + ${String(line.sen)} sen`}
              </>
            ),
          },
          {
            label: t('item.booked'),
            value:
              line.booked_on === null
                ? t('item.notSettled')
                : [formatDate(line.booked_on), line.booked_at].filter((part) => part !== null).join(' '),
          },
          // The kinds are those of a bank.
          ...(statement === 'BANK' ? [{ label: t('item.kind'), value: t(`kind.${line.kind}`) }] : []),
          { label: t('item.reference'), value: line.reference ?? line.bank_reference ?? '—' },
          ...(statement === 'SUPPLIER'
            ? [{ label: t('field.text'), value: line.text === '' ? '—' : line.text }]
            : [{ label: t('item.customer'), value: line.customer_number ?? line.va_number ?? '—' }]),
        ]}
      />
      <Text size="xs" c="dimmed">
        {t('item.ownWords')}
      </Text>
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {line.raw}
      </Code>
    </Stack>
  );
}

function Calls({ item }: { item: ItemDetailDto }) {
  const { t } = useTranslation('reconciliation');
  const words = useItemWords(item.statement);
  return (
    <Panel title={t('item.calls', { party: words.party })}>
      {item.call !== null && <Text size="sm">{words.call(item.call)}</Text>}
      {item.calls.map((call) => (
        <Stack key={call.id} gap={4} mt="sm">
          <Text size="sm">
            {formatMoment(call.received_at)} · {call.request_target} · {call.http_status} {call.code ?? ''}
          </Text>
          {call.request_body !== null && <CodeBlock text={call.request_body} label={t('item.request')} />}
        </Stack>
      ))}
      {item.calls.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('item.noCalls')}
        </Text>
      )}
    </Panel>
  );
}

function Decision({ item }: { item: ItemDetailDto }) {
  const { t } = useTranslation('reconciliation');
  const words = useItemWords(item.statement);
  if (item.pending) {
    return (
      <Alert color="yellow" variant="light" icon={<Icon name="inbox" />} mb="md">
        {t('item.waits')}{' '}
        <Anchor component={Link} size="sm" to={`/approvals?detail=${String(item.approval_id)}`}>
          {t('item.seeRequest')}
        </Anchor>
      </Alert>
    );
  }
  if (item.action === null) return null;
  return (
    <Alert color="teal" variant="light" icon={<Icon name="check" />} mb="md">
      {t('item.decided', {
        action: words.action(item.action),
        made: item.made_by ?? t('system'),
        decided: item.decided_by ?? t('system'),
      })}
      {item.note !== null && <Text size="sm">{item.note}</Text>}
    </Alert>
  );
}

function ClaimLetter({ id }: { id: number }) {
  const { t } = useTranslation('reconciliation');
  const print = useAction({
    perform: () => claimLetterOf(id),
    onSuccess: (letter) => {
      printFile(`surat-klaim-${String(id)}.pdf`, letter);
    },
  });
  return (
    <Button
      variant="default"
      leftSection={<Icon name="print" size={16} />}
      loading={print.isPending}
      onClick={() => {
        print.run(undefined);
      }}
    >
      {t('item.letter')}
    </Button>
  );
}

/** The sale behind it: what was sold, and what the supplier said to it at each step. */
function SalePanel({ item, sale }: { item: ItemDetailDto; sale: Sale }) {
  const { t } = useTranslation('reconciliation');
  const { t: common } = useTranslation();
  const { t: ppob } = useTranslation('ppob');
  const words = useItemWords(item.statement);
  return (
    <Panel title={t('item.sale')}>
      {item.call !== null && item.statement === 'SUPPLIER' && <Text size="sm">{words.call(item.call)}</Text>}
      <Fields
        rows={[
          {
            label: t('item.saleNumber'),
            value: (
              <Anchor component={Link} to={`/ppob/transactions/${String(sale.id)}`} size="sm">
                {t('item.saleLink', { id: sale.id })}
              </Anchor>
            ),
          },
          { label: t('item.service'), value: sale.service },
          { label: common('word.status'), value: <StatusBadge kind="sale" state={sale.status} /> },
          { label: t('item.seller'), value: sale.seller },
          { label: t('item.buyer'), value: sale.customer_name },
          { label: t('item.price'), value: <Money amount={sale.principal + sale.admin_fee} /> },
          { label: t('item.cost'), value: sale.cost === null ? '—' : <Money amount={sale.cost} /> },
          { label: t('item.supplierRef'), value: sale.supplier_ref },
        ]}
      />
      {sale.answers.length > 0 && (
        <>
          <Text fw={600} size="sm" mt="md">
            {t('item.answers')}
          </Text>
          {sale.answers.map((answer) => (
            <Text key={`${answer.status}-${answer.at}`} size="sm">
              {[formatMoment(answer.at), ppob(`stage.${answer.status}` as Stage), answer.message]
                .filter((part) => part !== null && part !== '')
                .join(' · ')}
            </Text>
          ))}
        </>
      )}
    </Panel>
  );
}

/** One row with all there is about it: our posting, the signed request, the line of the file in its own words. */
export function ItemPage() {
  const query = useItem(Number(useParams().id));
  if (query.isError) {
    return query.error instanceof ApiProblem && query.error.status === 404 ? (
      <NotFoundPage />
    ) : (
      <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  if (!query.data) return <DetailSkeleton />;
  return <Item item={query.data} />;
}

function Item({ item }: { item: ItemDetailDto }) {
  const { t } = useTranslation('reconciliation');
  const words = useItemWords(item.statement);
  const mayManage = usePermission('reconciliation.manage');
  const open = item.state === 'OPEN' && !item.pending;
  return (
    <>
      <PageHeader
        title={words.type(item.type)}
        badge={<StatusBadge kind="reconciliationItem" state={item.pending ? 'PENDING' : item.state} />}
        hint={t('item.hint', { bank: item.bank_name, date: formatDate(item.settlement_date) })}
        back={{ to: `/reconciliation/days/${String(item.reconciliation_id)}`, label: t('item.back') }}
        actions={
          <>
            {item.letter_number !== null && <ClaimLetter id={item.id} />}
            {mayManage && item.withdrawable && <WithdrawDecision itemId={item.id} />}
            {mayManage && open && item.actions.length > 0 && <AdjustItem item={item} />}
          </>
        }
      />
      <Decision item={item} />
      <Stack>
        <Panel title={t('item.sums')}>
          <Fields
            rows={[
              { label: t('item.ours'), value: <Money amount={item.our_amount} /> },
              { label: t('item.bank', { party: words.party }), value: <Money amount={item.bank_amount} /> },
              { label: t('item.fee'), value: <Money amount={item.fee} /> },
              {
                label: t('overview.difference'),
                value: (
                  <Text fw={700} span>
                    <Money amount={item.difference} />
                  </Text>
                ),
              },
              { label: t('item.foundBy'), value: words.basis(item.basis) },
            ]}
          />
        </Panel>
        <PanelGrid min={300}>
          <Panel title={t('item.oursSide')}>
            {item.payment && <PaymentFields payment={item.payment} />}
            {item.movement && <MovementFields movement={item.movement} />}
            {item.movement_reversal && (
              <>
                <Text fw={600} size="sm" mt="md">
                  {t('item.givenBack')}
                </Text>
                <MovementFields movement={item.movement_reversal} />
              </>
            )}
            {!item.payment && !item.movement && <Text size="sm">{t('item.nothingHere')}</Text>}
            {item.reversal && (
              <>
                <Text fw={600} size="sm" mt="md">
                  {t('item.reversal')}
                </Text>
                <PaymentFields payment={item.reversal} />
              </>
            )}
          </Panel>
          <Panel title={t('item.bankSide', { party: words.party })}>
            {item.file_line ? (
              <LineFields line={item.file_line} statement={item.statement} />
            ) : (
              <Text size="sm">{t('item.nothingThere', { party: words.party })}</Text>
            )}
            {item.reversal_line && <LineFields line={item.reversal_line} statement={item.statement} />}
          </Panel>
        </PanelGrid>
        {item.posted && (
          <Panel title={t('item.posted')}>
            <PaymentFields payment={item.posted} />
          </Panel>
        )}
        {item.candidate_payments.length + item.candidate_movements.length > 0 && (
          <Panel title={t('item.candidates')}>
            <Stack>
              {item.candidate_payments.map((payment) => (
                <PaymentFields key={payment.id} payment={payment} />
              ))}
              {item.candidate_movements.map((movement) => (
                <MovementFields key={movement.id} movement={movement} />
              ))}
            </Stack>
          </Panel>
        )}
        {item.sale && <SalePanel item={item} sale={item.sale} />}
        {item.movement === null && item.statement !== 'SUPPLIER' && <Calls item={item} />}
        {item.statement === 'SUPPLIER' && item.sale === null && item.call !== null && (
          <Text size="sm">{words.call(item.call)}</Text>
        )}
      </Stack>
    </>
  );
}
