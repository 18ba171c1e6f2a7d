import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api-problem';
import { Icon } from '../icon';

/** Fetches the CSV of what is filtered; a second click while it is on its way does nothing. */
export function ExportButton({ exportCsv }: { exportCsv: () => Promise<void> }) {
  const { t } = useTranslation();
  const [exporting, setExporting] = useState(false);
  const run = async () => {
    if (exporting) return;
    setExporting(true);
    try {
      await exportCsv();
    } catch (error) {
      const title = error instanceof ApiProblem && error.title !== '' ? error.title : t('problem.title');
      notifications.show({ color: 'red', title: t('list.exportFailed'), message: title });
    } finally {
      setExporting(false);
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<Icon name="download" size={16} />}
      loading={exporting}
      onClick={() => void run()}
    >
      {t('list.exportCsv')}
    </Button>
  );
}
