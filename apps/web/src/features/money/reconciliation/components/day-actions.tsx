import { Button } from '@mantine/core';
import type { DayDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { printFile } from '../../../../components/print/print-file';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { reportOf, runDay } from '../api/reconciliation-api';
import { BulkAdjustment } from './bulk-adjustment';
import { CloseDay, ReopenDay } from './close-day';

/** What may be done with a day as it stands, by whoever looks at it. */
export function DayActions({ day }: { day: DayDetailDto }) {
  const { t } = useTranslation('reconciliation');
  const mayManage = usePermission('reconciliation.manage');
  const mayClose = usePermission('reconciliation.close');
  const print = useAction({
    perform: () => reportOf(day.id),
    onSuccess: (sheet) => {
      printFile(`berita-acara-rekonsiliasi-${String(day.id)}.pdf`, sheet);
    },
  });
  const run = useAction({ perform: () => runDay(day.id), done: () => t('day.ran') });
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="print" size={16} />}
        loading={print.isPending}
        onClick={() => {
          print.run(undefined);
        }}
      >
        {t('day.report')}
      </Button>
      {mayManage && day.state === 'OPEN' && (
        <>
          <Button
            variant="default"
            component={Link}
            to={`/reconciliation/upload?bank_id=${String(day.bank_id)}`}
          >
            {t('upload.title')}
          </Button>
          {day.has_file && (
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
        </>
      )}
      {mayClose && day.state === 'OPEN' && <CloseDay day={day} />}
      {mayManage && day.state === 'CLOSED' && day.reopening_id === null && <ReopenDay day={day} />}
    </>
  );
}
