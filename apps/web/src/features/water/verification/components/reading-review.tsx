import { Alert, Anchor, Button, Group, Kbd, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { needsSecondLook, type ReadingDecision } from '@tirtapay/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { Money } from '../../../../components/money';
import { Fields, Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { Icon } from '../../../../components/icon';
import { ReadingPhoto } from '../../../../components/reading-photo';
import { useStandRows } from '../../../../components/stand-rows';
import { StatusBadge } from '../../../../components/status-badge';
import { UsageBars } from '../../../../components/usage-bars';
import type { ReadingDto } from '@tirtapay/api-client';
import { formatMoment, formatNumber } from '../../../../lib/format';
import { conditionText } from '../../../../lib/reading-words';
import { useAction } from '../../../../lib/use-action';
import { decide, useUsageHistory } from '../api/verification-api';
import { ReadingSpread } from './reading-spread';
import classes from './verification.module.css';

interface ReadingReviewProps {
  reading: ReadingDto;
  onMove: (step: number) => void;
  onDecided: () => void;
}

/** A reading that still waits after its decision has been looked at by the first of two people. */
const OUTCOME = {
  REREAD: 'sentBack',
  VERIFIED: 'accepted',
  RECORDED: 'looked',
  CORRECTED: 'accepted',
} as const;

/** One reading with everything needed to decide on it. */
export function ReadingReview({ reading, onMove, onDecided }: ReadingReviewProps) {
  const { t } = useTranslation('verification');
  const { t: common } = useTranslation();
  const [asking, setAsking] = useState<ReadingDecision>();
  const standRows = useStandRows();
  const twoLook = needsSecondLook(reading.reasons);
  const history = useUsageHistory(reading.customer.customer_number, reading.period);
  const { name } = reading.customer;
  const action = useAction({
    perform: (note: string) =>
      decide({ reading, decision: asking ?? 'VERIFY', ...(note !== '' && { note }) }),
    done: (decided) => t(OUTCOME[decided.status], { name }),
    onSuccess: () => {
      setAsking(undefined);
      onDecided();
    },
  });
  // An error is accepted only with a written reason; everything else by one key.
  const accept = () => {
    if (reading.severity === 'ERROR') setAsking('VERIFY');
    else action.run('');
  };
  const askAgain = () => {
    setAsking('REREAD');
  };
  const idle = asking === undefined && !action.isPending;
  useHotkeys([
    [
      'a',
      () => {
        if (idle) accept();
      },
    ],
    [
      't',
      () => {
        if (idle) askAgain();
      },
    ],
    [
      'j',
      () => {
        if (idle) onMove(1);
      },
    ],
    [
      'k',
      () => {
        if (idle) onMove(-1);
      },
    ],
  ]);
  return (
    <Panel>
      <Stack>
        <Group justify="space-between" align="flex-start">
          <div>
            <Anchor component={Link} to={`/customers/${String(reading.customer.id)}`} fw={650} size="lg">
              {name}
            </Anchor>
            <Text size="sm" c="dimmed">
              {reading.customer.customer_number} · {reading.customer.tariff_code} · {reading.customer.address}
            </Text>
          </div>
          <StatusBadge kind="severity" state={reading.severity} />
        </Group>
        <div className={classes.stands}>
          {[
            ...standRows(reading),
            {
              label: common('word.usage'),
              value: common('word.cubic', { value: formatNumber(reading.usage_m3) }),
            },
          ].map(({ label, value }) => (
            <div key={label}>
              <Text size="xs" c="dimmed">
                {label}
              </Text>
              <Text className={classes.stand}>{value}</Text>
            </div>
          ))}
          {reading.quote_total !== null && (
            <div>
              <Text size="xs" c="dimmed">
                {t('quote')}
              </Text>
              <Text className={classes.stand}>
                <Money amount={reading.quote_total} />
              </Text>
            </div>
          )}
        </div>
        <ReadingPhoto reading={reading} />
        {reading.reasons.length > 0 && (
          <Alert
            color={reading.severity === 'ERROR' ? 'red' : 'yellow'}
            variant="light"
            title={t('findings')}
            p="sm"
          >
            {reading.reasons.map((reason) => (
              <Text size="sm" key={reason}>
                {common(`anomaly.${reason}` as 'anomaly.HIGH', { defaultValue: reason })}
              </Text>
            ))}
          </Alert>
        )}
        <ReadingSpread reading={reading} />
        {twoLook && reading.ceiling_m3 !== null && (
          <Alert color="red" variant="light" icon={<Icon name="warning" />} p="sm">
            <Text size="sm">{t('secondLook', { ceiling: formatNumber(reading.ceiling_m3) })}</Text>
            {reading.verification?.decision === 'LOOKED' && (
              <Text size="sm" fw={600} mt={4}>
                {t('secondLookWaits', {
                  by: reading.verification.decided_by?.name ?? '—',
                  at: formatMoment(reading.verification.decided_at),
                  note: reading.verification.note ?? '—',
                })}
              </Text>
            )}
          </Alert>
        )}
        {history.data && (
          <div>
            <Text size="xs" c="dimmed" mb={4}>
              {t('history')}
            </Text>
            <UsageBars
              history={history.data}
              current={{ period: reading.period, usage_m3: reading.usage_m3 }}
            />
          </div>
        )}
        <Fields
          rows={[
            { label: t('condition'), value: conditionText(reading.condition_code) },
            { label: t('method'), value: common(`method.${reading.method}`) },
            { label: t('readBy'), value: reading.read_by?.name ?? '—' },
            { label: t('readAt'), value: formatMoment(reading.read_at) },
            { label: t('receivedAt'), value: formatMoment(reading.received_at) },
            { label: t('meter'), value: reading.meter_serial },
            ...(reading.overestimated_m3 === 0
              ? []
              : [
                  {
                    label: common('word.overestimated'),
                    value: common('word.cubic', { value: formatNumber(reading.overestimated_m3) }),
                  },
                ]),
            { label: common('word.note'), value: reading.note ?? '—' },
          ]}
        />
        {action.isError && asking === undefined && <ProblemPanel error={action.error} />}
        <Group justify="space-between">
          <Group gap="xs">
            <Button
              variant="default"
              onClick={() => {
                onMove(-1);
              }}
            >
              {t('previous')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                onMove(1);
              }}
            >
              {t('next')}
            </Button>
          </Group>
          <Group gap="xs">
            <Button
              variant="default"
              rightSection={<Kbd size="xs">T</Kbd>}
              onClick={askAgain}
              disabled={action.isPending}
            >
              {t('reread')}
            </Button>
            <Button
              rightSection={<Kbd size="xs">A</Kbd>}
              loading={action.isPending && asking === undefined}
              onClick={accept}
            >
              {t('accept')}
            </Button>
          </Group>
        </Group>
      </Stack>
      {asking && (
        <ConfirmDialog
          opened
          onClose={() => {
            setAsking(undefined);
          }}
          title={t(asking === 'VERIFY' ? 'acceptTitle' : 'rereadTitle')}
          confirmLabel={t(asking === 'VERIFY' ? 'accept' : 'reread')}
          reason="required"
          action={action}
        >
          <Text size="sm">{asking === 'VERIFY' ? t('acceptBody') : t('rereadBody', { name })}</Text>
        </ConfirmDialog>
      )}
    </Panel>
  );
}
