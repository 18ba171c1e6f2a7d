import { Button, CloseButton, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExportFileDto } from '@tirtapay/api-client';
import { formatDate, formatMoment, formatNumber } from '../../lib/format';
import { useAction } from '../../lib/use-action';
import { Icon } from '../icon';
import { ProblemPanel } from '../page/problem-panel';
import { downloadFile, isUnderWay, removeFile, retryFile } from './export-files-api';
import classes from './export-files.module.css';

const MEGABYTE = 1_000_000;

/** Like `12,4 MB`; what is smaller is still not nothing. */
const megabytes = (bytes: number) =>
  `${formatNumber(Math.max(0.1, Math.round(bytes / (MEGABYTE / 10)) / 10))} MB`;

/** One file: how far it is, and what can be done with it. */
export function ExportFileRow({ file }: { file: ExportFileDto }) {
  const { t } = useTranslation();
  const download = useAction({ perform: downloadFile });
  const retry = useAction({ perform: retryFile });
  const remove = useAction({ perform: removeFile });
  const { rows, expected, failure, expires_at: expiresAt, size_bytes: size } = file;
  const working = isUnderWay(file);
  const known = expected !== null && expected > 0;
  return (
    <li className={classes.file} data-file-status={file.status}>
      <Group justify="space-between" wrap="nowrap" gap="xs" align="center">
        <Text fw={600} truncate className={classes.name}>
          {file.name}
        </Text>
        <Group gap={4} wrap="nowrap">
          {file.status === 'SUCCESS' && (
            <Button
              size="compact-sm"
              leftSection={<Icon name="download" size={16} />}
              loading={download.isPending}
              onClick={() => {
                download.run(file);
              }}
            >
              {t('files.download')}
            </Button>
          )}
          {file.status === 'FAILED' && (
            <Button
              size="compact-sm"
              variant="default"
              loading={retry.isPending}
              onClick={() => {
                retry.run(file.id);
              }}
            >
              {t('files.retry')}
            </Button>
          )}
          <CloseButton
            size="md"
            disabled={remove.isPending}
            aria-label={t(working ? 'files.cancel' : 'files.remove', { name: file.name })}
            title={t(working ? 'files.cancel' : 'files.remove', { name: file.name })}
            onClick={() => {
              remove.run(file.id);
            }}
          />
        </Group>
      </Group>
      <Text size="xs" c="dimmed">
        {file.due_on === null
          ? t('files.askedAt', { moment: formatMoment(file.asked_at) })
          : t('files.scheduled', { name: file.saved_report ?? '', date: formatDate(file.due_on) })}
      </Text>
      {working && (
        <Progress
          mt={6}
          value={known ? Math.min(100, (rows / expected) * 100) : 100}
          animated
          color="teal"
          aria-label={t('files.progress', { name: file.name })}
        />
      )}
      <Text size="sm" role="status" mt={4} c={file.status === 'FAILED' ? 'red' : 'dimmed'}>
        {file.status === 'QUEUED' && t('files.queued')}
        {file.status === 'RUNNING' &&
          (known
            ? t('files.writingOf', { rows: formatNumber(rows), expected: formatNumber(expected) })
            : t('files.writing', { rows: formatNumber(rows) }))}
        {file.status === 'SUCCESS' &&
          t('files.ready', {
            rows: formatNumber(rows),
            size: megabytes(size ?? 0),
            moment: expiresAt === null ? '' : formatMoment(expiresAt),
          })}
        {failure !== null && `${failure.title}. ${failure.fix}`}
      </Text>
      {[download, retry, remove].map((action, index) =>
        action.isError ? <ProblemPanel key={index} error={action.error} /> : null,
      )}
    </li>
  );
}
