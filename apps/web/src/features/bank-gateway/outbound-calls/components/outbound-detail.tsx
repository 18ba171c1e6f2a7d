import { Anchor, Code, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { JsonBlock } from '../../../../components/json-block';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Fields } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMilliseconds, formatMomentExact } from '../../../../lib/format';
import { useOutboundCall } from '../api/outbound-calls-api';
import { CallStory } from './call-story';
import { serviceText } from './service-text';

export function OutboundDetail({ id }: { id: number }) {
  const { t } = useTranslation('outbound-calls');
  const { t: common } = useTranslation();
  const query = useOutboundCall(id);
  if (query.isError && query.data === undefined)
    return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DetailSkeleton />;
  const call = query.data;
  return (
    <Stack>
      <Group justify="space-between" gap="xs">
        <Text fw={650}>{serviceText(t, call.service)}</Text>
        <StatusBadge kind="outboundCall" state={call.state} />
      </Group>
      <CallStory call={call} />
      <Fields
        rows={[
          { label: common('word.bank'), value: `${call.bank.name} (${call.bank.code})` },
          { label: t('startedAt'), value: formatMomentExact(call.started_at) },
          { label: 'X-EXTERNAL-ID', value: <Code>{call.external_id}</Code> },
          { label: t('httpStatus'), value: call.http_status ?? '—' },
          { label: t('responseCode'), value: call.response_code ?? '—' },
          {
            label: common('word.latency'),
            value:
              call.latency_ms === null
                ? '—'
                : common('word.milliseconds', { value: formatMilliseconds(call.latency_ms) }),
          },
          {
            label: t('checkout'),
            value:
              call.intent_id === null ? (
                '—'
              ) : (
                <Anchor component={Link} size="sm" to={`/outbound-calls?intent_id=${String(call.intent_id)}`}>
                  {t('checkoutCalls', { id: call.intent_id })}
                </Anchor>
              ),
          },
        ]}
      />
      {call.request_body !== null && call.request_body !== '' && (
        <JsonBlock label={t('requestBody')} body={call.request_body} />
      )}
      {call.response_body !== null && call.response_body !== '' && (
        <JsonBlock label={t('responseBody')} body={call.response_body} />
      )}
      <Text size="xs" c="dimmed">
        {t('masked')}
      </Text>
    </Stack>
  );
}
