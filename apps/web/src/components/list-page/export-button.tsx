import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api-problem';
import { Icon } from '../icon';
import type { FileFormat } from './list-api';
import classes from './list-page.module.css';

interface ExportButtonProps {
  format: FileFormat;
  /** What is done, in full; the button itself shows the kind of file. */
  label: string;
  short?: boolean;
  size?: 'compact-sm';
  onExport: (format: FileFormat) => Promise<void>;
}

/** Fetches a file of what is filtered; a second click while it is on its way does nothing. */
export function ExportButton({ format, label, short = false, size, onExport }: ExportButtonProps) {
  const { t } = useTranslation();
  const [exporting, setExporting] = useState(false);
  const run = async () => {
    if (exporting) return;
    setExporting(true);
    try {
      await onExport(format);
    } catch (error) {
      const known = error instanceof ApiProblem && error.title !== '';
      notifications.show({
        color: 'red',
        title: t('list.exportFailed'),
        message: known ? [error.title, error.detail].filter(Boolean).join('. ') : t('problem.title'),
      });
    } finally {
      setExporting(false);
    }
  };
  return (
    <Button
      variant="default"
      size={size}
      title={short ? label : undefined}
      className={short ? classes.fileTool : undefined}
      leftSection={<Icon name="download" size={16} />}
      loading={exporting}
      aria-label={label}
      onClick={() => void run()}
    >
      {short ? format.toUpperCase() : label}
    </Button>
  );
}
