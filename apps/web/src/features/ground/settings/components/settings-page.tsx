import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Fields, Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { usePermission } from '../../../../lib/use-permission';
import { useSettings } from '../api/settings-api';
import { DueRule } from './due-rule';
import { LetterheadForm } from './letterhead-form';

/** What holds for the whole utility. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const settings = useSettings();
  const mayManage = usePermission('setting.manage');
  if (settings.isError && settings.data === undefined) return <ProblemPanel error={settings.error} />;
  if (!settings.data) return <DetailSkeleton />;
  const { letterhead, two_step_required: required, zone, zone_label: zoneLabel } = settings.data;
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <Stack>
        <Panel title={t('letterhead.title')}>
          <LetterheadForm letterhead={letterhead} readOnly={!mayManage} />
        </Panel>
        <Panel title={t('due.title')}>
          <DueRule settings={settings.data} mayManage={mayManage} />
        </Panel>
        <Panel title={t('zone.title')}>
          <Fields rows={[{ label: t('zone.zone'), value: `${zone} (${zoneLabel})` }]} />
        </Panel>
        <Panel title={t('twoStep.title')}>
          <Fields
            rows={[{ label: t('twoStep.who'), value: t(required ? 'twoStep.required' : 'twoStep.offered') }]}
          />
          <Text size="sm" c="dimmed" mt="xs">
            {t('twoStep.where')}
          </Text>
        </Panel>
      </Stack>
    </>
  );
}
