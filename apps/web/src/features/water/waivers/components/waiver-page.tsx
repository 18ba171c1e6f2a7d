import { Stack, Text } from '@mantine/core';
import type { WaiverDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { Fields, Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { WaiverGroups } from '../../../../components/waiver-effect';
import { ApiProblem } from '../../../../lib/api-problem';
import { usePermission } from '../../../../lib/use-permission';
import { useWaiver } from '../api/waivers-api';
import { RevokeWaiver } from './revoke-waiver';
import { WaiverStateBadge } from './waiver-state-badge';
import { daysText, useScopeText, useTermsText, useWaiverState } from './waiver-words';

function Result({ programme }: { programme: WaiverDetailDto }) {
  const { t } = useTranslation('waivers');
  const { result } = programme;
  if (result === null)
    return (
      <Text size="sm" c="dimmed">
        {t('result.none')}
      </Text>
    );
  return (
    <>
      <WaiverGroups
        label={t('result.title')}
        groups={[
          { name: t('result.covered'), group: result.covered },
          { name: t('result.outside'), group: result.outside },
          { name: t('result.before'), group: result.before },
        ]}
      />
      <Text size="xs" c="dimmed" mt="xs">
        {t('result.hint')}
      </Text>
    </>
  );
}

export function WaiverPage() {
  const { t } = useTranslation('waivers');
  const id = Number(useParams().id);
  const query = useWaiver(id);
  const terms = useTermsText();
  const scope = useScopeText();
  const stateOf = useWaiverState();
  const may = usePermission('waiver.propose');
  if (query.error instanceof ApiProblem && query.error.status === 404) return <NotFoundPage />;
  if (query.isError && query.data === undefined)
    return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DetailSkeleton />;
  const programme = query.data;
  const revocable = ['COMING', 'RUNNING'].includes(stateOf(programme)) && !programme.revoked;
  return (
    <Stack>
      <PageHeader
        title={programme.name}
        badge={<WaiverStateBadge programme={programme} />}
        back={{ to: '/waivers', label: t('title') }}
        actions={
          may && revocable && programme.pending_approval_id === null && <RevokeWaiver id={programme.id} />
        }
      />
      <Panel>
        <Fields
          rows={[
            { label: t('relief'), value: terms(programme) },
            { label: t('form.days'), value: daysText(programme) },
            { label: t('scope.title'), value: scope(programme) },
            { label: t('legalBasis'), value: programme.legal_basis ?? '—' },
            {
              label: t('budget'),
              value: programme.budget === null ? t('unlimited') : <Money amount={programme.budget} />,
            },
            { label: t('reserved'), value: <Money amount={programme.reserved} /> },
          ]}
        />
      </Panel>
      <Panel title={t('result.title')}>
        <Result programme={programme} />
      </Panel>
    </Stack>
  );
}
