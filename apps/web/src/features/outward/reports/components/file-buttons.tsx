import { ROWS_ON_PAPER } from '@tirtapay/contracts';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportFilesDialog, type ExportOffer } from '../../../../components/export-files/export-files-dialog';
import { Icon } from '../../../../components/icon';
import type { ReportQuery } from '../../../../components/report/report-api';
import { ApiProblem } from '../../../../lib/api-problem';
import { formatNumber } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { reportAddress, REPORT_FILES, saveReportFile, type ReportFile } from '../api/reports-api';

/** Beyond these a file takes longer than somebody watches a button: it is offered in the background. */
const AT_ONCE: Readonly<Record<ReportFile, number>> = { pdf: 1_000, xlsx: 10_000, csv: 10_000 };

interface FileButtonsProps {
  report: string;
  query: ReportQuery;
  /** How many rows it has; undefined while nobody knows. */
  rows: number | undefined;
}

export function FileButtons({ report, query, rows = 0 }: FileButtonsProps) {
  const { t } = useTranslation('reports');
  const { t: common } = useTranslation();
  const [offer, setOffer] = useState<ExportOffer | null>(null);
  const [tooLong, setTooLong] = useState(false);
  const { run, isPending, variables } = useAction({
    perform: (format: ReportFile) => saveReportFile(report, query, format),
    onErrorTells: true,
    onError: (error) => {
      const known = error instanceof ApiProblem && error.title !== '';
      notifications.show({
        color: 'red',
        title: common('list.exportFailed'),
        message: known ? [error.title, error.detail].filter(Boolean).join('. ') : common('problem.title'),
      });
    },
  });
  const ask = (format: ReportFile) => {
    if (format === 'pdf' && rows > ROWS_ON_PAPER) setTooLong(true);
    else if (rows <= AT_ONCE[format]) run(format);
    else
      setOffer({
        address: reportAddress(report, query, format),
        rows: formatNumber(rows),
        sendAtOnce: () => saveReportFile(report, query, format),
      });
  };
  return (
    <Group gap="xs">
      {REPORT_FILES.map((format) => (
        <Button
          key={format}
          variant="default"
          leftSection={<Icon name={format === 'pdf' ? 'print' : 'download'} size={16} />}
          aria-label={t(`files.${format}`)}
          loading={isPending && variables === format}
          onClick={() => {
            ask(format);
          }}
        >
          {format.toUpperCase()}
        </Button>
      ))}
      <Modal
        opened={tooLong}
        onClose={() => {
          setTooLong(false);
        }}
        title={t('tooLong.title')}
        closeButtonProps={{ 'aria-label': common('action.close') }}
      >
        <Stack>
          <Text size="sm">
            {t('tooLong.body', { rows: formatNumber(rows), most: formatNumber(ROWS_ON_PAPER) })}
          </Text>
          <Group justify="flex-end">
            {(['csv', 'xlsx'] as const).map((format) => (
              <Button
                key={format}
                variant={format === 'xlsx' ? 'filled' : 'default'}
                onClick={() => {
                  setTooLong(false);
                  ask(format);
                }}
              >
                {t(`files.${format}`)}
              </Button>
            ))}
          </Group>
        </Stack>
      </Modal>
      <ExportFilesDialog
        opened={offer !== null}
        onClose={() => {
          setOffer(null);
        }}
        offer={offer}
      />
    </Group>
  );
}
