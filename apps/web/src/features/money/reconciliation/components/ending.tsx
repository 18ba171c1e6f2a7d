import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { AgreementDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../../components/page/panel';
import { formatDate, formatMoment } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { EndDialog } from './end-dialog';
import { LeftToSettle } from './left-to-settle';
import { Waiting } from './waiting';

function Story({ agreement }: { agreement: AgreementDto }) {
  const { t } = useTranslation('reconciliation');
  if (agreement.endings.length === 0) return null;
  return (
    <Stack gap={6} mt="md">
      {agreement.endings.map((ending) => (
        <div key={`${ending.last_day}-${ending.decided_at}`}>
          <Text size="sm">
            {ending.resumes_on === null
              ? t('ending.endsOn', { date: formatDate(ending.last_day) })
              : t('ending.resumesOn', { date: formatDate(ending.resumes_on) })}
          </Text>
          <Text size="xs" c="dimmed">
            {t('ending.by', {
              made: ending.made_by,
              decided: ending.decided_by,
              at: formatMoment(ending.decided_at),
            })}
          </Text>
          <Text size="xs">{ending.reason}</Text>
        </div>
      ))}
    </Stack>
  );
}

/** The last day of what was begun, what is left until then, and the way back; two people agree on either. */
export function Ending({ agreement }: { agreement: AgreementDto }) {
  const { t } = useTranslation('reconciliation');
  const mayManage = usePermission('reconciliation.manage');
  const [asking, { open, close }] = useDisclosure(false);
  if (agreement.reconcile_from === null) return null;
  const { last_day: last, ending_id: waiting } = agreement;
  return (
    <Panel
      title={t('ending.title')}
      action={
        mayManage &&
        waiting === null && (
          <Button size="compact-sm" variant="default" onClick={open}>
            {t(last === null ? 'ending.end' : 'ending.resume')}
          </Button>
        )
      }
    >
      {waiting !== null && <Waiting approval={waiting} />}
      <Text size="sm" mb="sm">
        {last === null ? t('ending.open') : t('ending.endsOn', { date: formatDate(last) })}
      </Text>
      <LeftToSettle agreement={agreement} />
      <Story agreement={agreement} />
      {asking && <EndDialog agreement={agreement} onClose={close} />}
    </Panel>
  );
}
