import { Anchor, Stack, Text } from '@mantine/core';
import type { ItemDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { CodeBlock } from '../../../../components/code-block';
import { Money } from '../../../../components/money';
import { Fields, Panel } from '../../../../components/page/panel';
import { StatusBadge } from '../../../../components/status-badge';
import { formatDate, formatMoment } from '../../../../lib/format';
import { MovementFields } from './item-fields';
import { useItemWords } from './item-words';

/** One of them stands for all: what the server says is a string. */
type Stage = 'stage.SENT';
type Sale = NonNullable<ItemDetailDto['sale']>;
type Counter = NonNullable<ItemDetailDto['counter_movement']>;

/** What a bank or partner asked us about it. */
export function Calls({ item }: { item: ItemDetailDto }) {
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

/** The same mistake, booked on another day: what took a payment back, or the payment it took back. */
export function CounterMovement({
  counter,
  statement,
}: {
  counter: Counter;
  statement: ItemDetailDto['statement'];
}) {
  const { t } = useTranslation('reconciliation');
  const words = useItemWords(statement);
  return (
    <Stack gap={4} mt="md">
      <Text fw={600} size="sm">
        {t(`item.counter.${counter.relation}`)}
      </Text>
      <MovementFields movement={counter.movement} />
      {counter.item_id !== null && counter.settlement_date !== null && (
        <Anchor component={Link} size="sm" to={`/reconciliation/items/${String(counter.item_id)}`}>
          {t('item.counterItem', { date: formatDate(counter.settlement_date) })}
        </Anchor>
      )}
      {counter.action !== null && (
        <Text size="sm">{t('item.counterDecided', { action: words.action(counter.action) })}</Text>
      )}
    </Stack>
  );
}

/** The sale behind it: what was sold, and what the supplier said to it at each step. */
export function SalePanel({ item, sale }: { item: ItemDetailDto; sale: Sale }) {
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
