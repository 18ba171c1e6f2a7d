import { Anchor, Text, Title } from '@mantine/core';
import type { ScenarioDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { StatusBadge } from '../../../../components/status-badge';
import { usePermission } from '../../../../lib/use-permission';
import classes from './certification.module.css';

function Scenario({ bankId, scenario }: { bankId: number; scenario: ScenarioDto }) {
  const { t } = useTranslation('certification');
  const mayReadLog = usePermission('bank.log.read');
  const mayCheck = usePermission('bank.manage');
  const { status, reason, request_id: requestId, call_id: callId } = scenario;
  return (
    <li className={classes.scenario} data-status={status}>
      <div>
        <StatusBadge kind="scenario" state={status} />
      </div>
      <div>
        <Text size="sm" fw={600}>
          {scenario.title}
        </Text>
        {reason !== null && (
          <Text size="sm" className={classes.reason}>
            <strong>{t(status === 'FAIL' ? 'why' : 'toDo')}:</strong> {reason}
          </Text>
        )}
        {requestId !== null && (
          <div className={classes.links}>
            {(callId === null || !mayReadLog) && (
              <Text size="xs" c="dimmed">
                {t('callId', { id: requestId })}
              </Text>
            )}
            {callId !== null && mayReadLog && (
              <Anchor
                component={Link}
                size="xs"
                underline="always"
                to={`/bank-calls?bank_id=${String(bankId)}&q=${encodeURIComponent(requestId)}&detail=${String(callId)}`}
              >
                {t('call', { id: requestId })}
              </Anchor>
            )}
            {status === 'FAIL' && callId === null && mayCheck && (
              <Anchor component={Link} size="xs" underline="always" to="/signature-checker">
                {t('checker')}
              </Anchor>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

/** The scenarios of a run, by the door they come through. */
export function ScenarioList({ bankId, scenarios }: { bankId: number; scenarios: ScenarioDto[] }) {
  const { t } = useTranslation('certification');
  const groups = [
    { title: t('groupNative'), own: scenarios.filter(({ code }) => code.startsWith('native.')) },
    { title: t('groupSnap'), own: scenarios.filter(({ code }) => !code.startsWith('native.')) },
  ].filter(({ own }) => own.length > 0);
  return groups.map(({ title, own }) => (
    <section key={title} aria-label={title}>
      <Title order={3} size="h6" mt="md" mb={4}>
        {title}
      </Title>
      <ul className={classes.list}>
        {own.map((scenario) => (
          <Scenario key={scenario.code} bankId={bankId} scenario={scenario} />
        ))}
      </ul>
    </section>
  ));
}
