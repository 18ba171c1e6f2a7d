import { Anchor, Badge, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMoment, formatPeriod } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { useTariff } from '../api/tariffs-api';
import { TariffActions } from './tariff-actions';
import { Thresholds } from './thresholds';
import { VersionFacts } from './version-facts';

export function TariffPage() {
  const { t } = useTranslation('tariffs');
  const { t: common } = useTranslation();
  const id = Number(useParams().id);
  const query = useTariff(id);
  const mayReadApprovals = usePermission('approval.read');
  const mayPropose = usePermission('tariff.propose');
  if (query.isError && query.data === undefined)
    return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DetailSkeleton />;
  const tariff = query.data;
  const versions = [...tariff.versions].sort((a, b) => b.version_no - a.version_no);
  return (
    <>
      <PageHeader
        title={`${tariff.code} · ${tariff.name}`}
        badge={
          tariff.active ? undefined : (
            <Badge variant="light" color="gray" tt="none">
              {t('change.closed')}
            </Badge>
          )
        }
        hint={common(`tariffGroup.${tariff.kelompok}`)}
        back={{ to: '/tariffs', label: t('title') }}
        actions={
          mayPropose && (
            <>
              <TariffActions tariff={tariff} />
              {tariff.active && (
                <Button
                  component={Link}
                  to={`/tariffs/${String(id)}/propose`}
                  leftSection={<Icon name="plus" size={16} />}
                >
                  {t('detail.propose')}
                </Button>
              )}
            </>
          )
        }
      />
      {versions.length === 0 && (
        <EmptyMessage icon="tariff" title={t('detail.noVersions')} hint={t('emptyHint')} />
      )}
      <Stack>
        {versions.map((version) => (
          <Panel
            key={version.id}
            title={t('detail.version', { no: version.version_no })}
            action={<StatusBadge kind="tariffVersion" state={version.status} />}
          >
            <Text size="sm">
              {version.legal_basis} · {t('detail.validFrom', { period: formatPeriod(version.valid_from) })}
            </Text>
            <Text size="xs" c="dimmed" mb="sm">
              {t('detail.by', {
                name: version.created_by?.name ?? common('state.system'),
                at: formatMoment(version.created_at),
              })}
              {mayReadApprovals && version.approval_id !== null && (
                <>
                  {' · '}
                  <Anchor
                    component={Link}
                    size="xs"
                    underline="always"
                    to={`/approvals?detail=${String(version.approval_id)}`}
                  >
                    {t('detail.approval')}
                  </Anchor>
                </>
              )}
            </Text>
            <VersionFacts version={version} />
          </Panel>
        ))}
        <Thresholds tariff={tariff} />
      </Stack>
    </>
  );
}
