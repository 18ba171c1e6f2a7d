import { Button } from '@mantine/core';
import type { DayDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { PrintPaper } from '../../../../components/print/print-paper';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { reportOf, runDay } from '../api/reconciliation-api';
import { BulkAdjustment } from './bulk-adjustment';
import { CloseDay, DayAbsence, ReopenDay } from './close-day';

/** What may be done with a day as it stands, by whoever looks at it. */
export function DayActions({ day }: { day: DayDetailDto }) {
  const { t } = useTranslation('reconciliation');
  const mayManage = usePermission('reconciliation.manage');
  const mayClose = usePermission('reconciliation.close');
  const run = useAction({ perform: () => runDay(day.id), done: () => t('day.ran') });
  // One behind the end of its reconciliation is open, and nobody's to work on.
  const waits = day.state === 'OPEN' && day.expected;
  return (
    <>
      {run.isError && <ProblemPanel error={run.error} />}
      <PrintPaper
        name={`berita-acara-rekonsiliasi-${String(day.id)}.pdf`}
        fetch={() => reportOf(day.id)}
        label={t('day.report')}
        size="sm"
      />
      {mayManage && waits && (
        <>
          <Button
            variant="default"
            component={Link}
            to={`/reconciliation/upload?bank_id=${String(day.bank_id)}`}
          >
            {t('upload.title')}
          </Button>
          {(day.has_file || day.absent) && (
            <Button
              variant="default"
              loading={run.isPending}
              onClick={() => {
                run.run(undefined);
              }}
            >
              {t('day.run')}
            </Button>
          )}
          <BulkAdjustment day={day} />
          {!day.has_file && day.absence_request_id === null && <DayAbsence day={day} />}
        </>
      )}
      {mayClose && waits && <CloseDay day={day} />}
      {mayManage && day.state === 'CLOSED' && day.reopening_id === null && <ReopenDay day={day} />}
    </>
  );
}
