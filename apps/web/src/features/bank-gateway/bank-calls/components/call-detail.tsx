import { Anchor, Button, Code, Group, Stack, Text } from '@mantine/core';
import type { BankCallDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { CodeBlock } from '../../../../components/code-block';
import { Icon } from '../../../../components/icon';
import { JsonBlock } from '../../../../components/json-block';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Fields } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { formatMilliseconds, formatMomentExact } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { useBankCall } from '../api/bank-calls-api';
import { CallVerdict } from './call-verdict';
import { operationAt } from './operation';
import { ResultBadge } from './result-badge';

/** Where one goes from a call: its payment, the other calls of the same payment, the checker. */
function Ways({ call }: { call: BankCallDetailDto }) {
  const { t } = useTranslation('bank-calls');
  const maySeePayment = usePermission('payment.read');
  const mayCheck = usePermission('bank.manage');
  return (
    <Group gap="xs">
      {mayCheck && call.string_to_sign !== null && (
        <Button
          component={Link}
          to={`/signature-checker?call=${String(call.id)}`}
          size="xs"
          variant="default"
          leftSection={<Icon name="edit" size={14} />}
        >
          {t('detail.check')}
        </Button>
      )}
      {maySeePayment && call.payment_id !== null && (
        <Button
          component={Link}
          to={`/payments/${String(call.payment_id)}`}
          size="xs"
          variant="default"
          leftSection={<Icon name="payment" size={14} />}
        >
          {t('detail.payment')}
        </Button>
      )}
      {call.bank_reference !== null && (
        <Button
          component={Link}
          to={`/bank-calls?bank_reference=${encodeURIComponent(call.bank_reference)}`}
          size="xs"
          variant="default"
          leftSection={<Icon name="history" size={14} />}
        >
          {t('detail.sameReference')}
        </Button>
      )}
    </Group>
  );
}

function Facts({ call }: { call: BankCallDetailDto }) {
  const { t } = useTranslation('bank-calls');
  const { t: common } = useTranslation();
  return (
    <Fields
      rows={[
        { label: common('word.bank'), value: `${call.bank.name} (${call.bank.code})` },
        { label: t('receivedAt'), value: formatMomentExact(call.received_at) },
        { label: t('detail.timestamp'), value: <Code>{call.request_timestamp}</Code> },
        {
          label: common('word.latency'),
          value: common('word.milliseconds', { value: formatMilliseconds(call.latency_ms) }),
        },
        {
          label: t(call.protocol === 'SNAP' ? 'detail.partner' : 'detail.key'),
          value: call.credential === null ? '—' : <Code>{call.credential}</Code>,
        },
        {
          label: call.protocol === 'SNAP' ? 'X-EXTERNAL-ID' : 'X-Request-Id',
          value: <Code>{call.request_id}</Code>,
        },
        { label: t('detail.ip'), value: call.ip ?? '—' },
        {
          label: common('word.bankReference'),
          value:
            call.bank_reference === null ? (
              '—'
            ) : (
              <Anchor
                component={Link}
                size="sm"
                to={`/bank-calls?bank_reference=${encodeURIComponent(call.bank_reference)}`}
              >
                {call.bank_reference}
              </Anchor>
            ),
        },
      ]}
    />
  );
}

export function CallDetail({ id }: { id: number }) {
  const { t } = useTranslation('bank-calls');
  const query = useBankCall(id);
  if (query.isError && query.data === undefined)
    return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DetailSkeleton />;
  const call = query.data;
  return (
    <Stack>
      <div>
        <Group justify="space-between" gap="xs">
          <Text fw={650}>{operationAt(call.path) ?? t('otherOperation')}</Text>
          <ResultBadge status={call.http_status} code={call.code} />
        </Group>
        <Text size="sm" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {call.method} {call.request_target}
        </Text>
      </div>
      <CallVerdict call={call} />
      <Ways call={call} />
      <Facts call={call} />
      {call.string_to_sign !== null && (
        <CodeBlock label={t('detail.stringToSign')} text={call.string_to_sign} />
      )}
      {call.request_body !== null && call.request_body !== '' && (
        <JsonBlock label={t('detail.requestBody')} body={call.request_body} />
      )}
      {call.response_body !== null && call.response_body !== '' && (
        <JsonBlock label={t('detail.responseBody')} body={call.response_body} />
      )}
      <Text size="xs" c="dimmed">
        {t('detail.masked')}
      </Text>
    </Stack>
  );
}
