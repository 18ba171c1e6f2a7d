import { Alert, Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { downloadFile } from '../../../../components/export-files/export-files-api';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { Icon } from '../../../../components/icon';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useReports } from '../../../../components/report/report-api';
import { formatDate } from '../../../../lib/format';
import { useUtility } from '../../../../lib/reference-data';
import { useAction } from '../../../../lib/use-action';
import { removeKeptReport, stopSchedule, useSavedReports, type SavedReport } from '../api/saved-reports-api';
import { hourName } from './hour-name';
import { SaveReportDialog } from './save-report-dialog';
import classes from './reports.module.css';

const addressOf = ({ report, query }: SavedReport) => `/reports/${report}${query === '' ? '' : `?${query}`}`;

/** When it comes, in a sentence. */
function ScheduleLine({ saved }: { saved: SavedReport }) {
  const { t } = useTranslation('reports');
  const zone = useUtility().data?.zone_label;
  const { schedule, next_on: next } = saved;
  if (schedule === null) return null;
  const comes =
    schedule.every === 'DAY' ? 'comesDaily' : schedule.day === 31 ? 'comesLastDay' : 'comesMonthly';
  return (
    <Text size="sm">
      {t(comes, {
        day: String(schedule.day ?? ''),
        hour: [hourName(schedule.hour), zone].join(' ').trim(),
        format: schedule.format.toUpperCase(),
      })}
      {next !== null && ` ${t('nextOn', { date: formatDate(next) })}`}
    </Text>
  );
}

function SavedRow({ saved, onChange }: { saved: SavedReport; onChange: (saved: SavedReport) => void }) {
  const { t } = useTranslation('reports');
  const { t: common } = useTranslation();
  const [removing, setRemoving] = useState(false);
  const [stopping, setStopping] = useState(false);
  const download = useAction({ perform: downloadFile });
  const removal = useAction({
    perform: (_: string) => removeKeptReport(saved.id),
    done: () => t('removed', { name: saved.name }),
  });
  const stop = useAction({
    perform: (reason: string) => stopSchedule({ id: saved.id, reason }),
    done: () => t('stop.done', { name: saved.name }),
    onSuccess: () => {
      setStopping(false);
    },
  });
  const { last_file: file, stopped } = saved;
  return (
    <li className={classes.saved}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div className={classes.savedName}>
          <Group gap="xs">
            <Anchor component={Link} to={addressOf(saved)} fw={600} size="sm">
              {saved.name}
            </Anchor>
            {saved.mine && saved.shared && <Badge variant="light">{t('sharedByMe')}</Badge>}
          </Group>
          <Text size="xs" c="dimmed">
            {saved.mine ? saved.title : `${saved.title} · ${saved.owner}`}
          </Text>
          <ScheduleLine saved={saved} />
        </div>
        <Group gap="xs">
          {file !== null && (
            <Button
              size="compact-sm"
              leftSection={<Icon name="download" size={16} />}
              loading={download.isPending}
              onClick={() => {
                download.run(file);
              }}
            >
              {t('lastFile', { date: formatDate(file.due_on) })}
            </Button>
          )}
          {saved.may_stop && (
            <Button
              size="compact-sm"
              color="red"
              variant="light"
              aria-label={t('stop.title', { name: saved.name })}
              onClick={() => {
                setStopping(true);
              }}
            >
              {t('stop.confirm')}
            </Button>
          )}
          {saved.mine && (
            <>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('changeNamed', { name: saved.name })}
                onClick={() => {
                  onChange(saved);
                }}
              >
                {common('action.edit')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('removeNamed', { name: saved.name })}
                onClick={() => {
                  setRemoving(true);
                }}
              >
                {t('remove')}
              </Button>
            </>
          )}
        </Group>
      </Group>
      {stopped !== null && (
        <Alert color="red" variant="light" mt="xs" title={t('stopped')}>
          {stopped.title}.{saved.mine && ` ${t('stoppedHint')}`}
        </Alert>
      )}
      {download.isError && <ProblemPanel error={download.error} />}
      <ConfirmDialog
        opened={removing}
        onClose={() => {
          setRemoving(false);
        }}
        title={t('removeNamed', { name: saved.name })}
        confirmLabel={t('remove')}
        danger
        action={removal}
      >
        <Text size="sm">{t('removeHint')}</Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={stopping}
        onClose={() => {
          setStopping(false);
        }}
        title={t('stop.title', { name: saved.name })}
        confirmLabel={t('stop.confirm')}
        danger
        reason="required"
        action={stop}
      >
        <Text size="sm">{t('stop.body', { owner: saved.owner })}</Text>
      </ConfirmDialog>
    </li>
  );
}

/** Reports under a name: one's own with what they send, and those colleagues share. */
export function SavedReportsPage() {
  const { t } = useTranslation('reports');
  const saved = useSavedReports();
  const reports = useReports();
  const today = useUtility().data?.business_date;
  const [changed, setChanged] = useState<SavedReport | null>(null);
  const report = reports.data?.find(({ key }) => key === changed?.report);
  const groups = [
    { title: t('own'), members: saved.data?.filter(({ mine }) => mine) ?? [] },
    { title: t('shared'), members: saved.data?.filter(({ mine, shared }) => !mine && shared) ?? [] },
    { title: t('ofOthers'), members: saved.data?.filter(({ mine, shared }) => !mine && !shared) ?? [] },
  ].filter(({ members }) => members.length > 0);
  return (
    <Stack>
      <PageHeader
        title={t('savedTitle')}
        hint={t('savedHint')}
        back={{ to: '/reports', label: t('title') }}
      />
      {saved.isError && <ProblemPanel error={saved.error} onRetry={() => void saved.refetch()} />}
      {saved.isPending && <DetailSkeleton />}
      {saved.data?.length === 0 && <EmptyMessage title={t('noneSaved')} hint={t('noneSavedHint')} />}
      {groups.map(({ title, members }) => (
        <Panel key={title} title={title}>
          <ul className={classes.reports}>
            {members.map((one) => (
              <SavedRow key={one.id} saved={one} onChange={setChanged} />
            ))}
          </ul>
        </Panel>
      ))}
      {changed !== null && report !== undefined && today !== undefined && (
        <SaveReportDialog
          key={changed.id}
          report={report}
          query={Object.fromEntries(new URLSearchParams(changed.query))}
          today={today}
          saved={changed}
          onClose={() => {
            setChanged(null);
          }}
        />
      )}
    </Stack>
  );
}
