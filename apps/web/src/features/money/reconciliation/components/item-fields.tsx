import { Anchor, Code, Stack, Text } from '@mantine/core';
import type { ItemDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Money } from '../../../../components/money';
import { Fields } from '../../../../components/page/panel';
import { channelName } from '../../../../lib/channel-name';
import { formatDate, formatMoment } from '../../../../lib/format';
import { useItemWords } from './item-words';

type Payment = NonNullable<ItemDetailDto['payment']>;
type Movement = NonNullable<ItemDetailDto['movement']>;
type Line = NonNullable<ItemDetailDto['file_line']>;

export function PaymentFields({ payment }: { payment: Payment }) {
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
export function MovementFields({ movement }: { movement: Movement }) {
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

export function LineFields({ line, statement }: { line: Line; statement: ItemDetailDto['statement'] }) {
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
