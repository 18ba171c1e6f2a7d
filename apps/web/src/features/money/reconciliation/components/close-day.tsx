import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { DayDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { ReasonButton } from '../../../../components/form/reason-button';
import { formatMoney } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { closeDay, requestAbsence, requestReopening } from '../api/reconciliation-api';

/** By somebody who prepared nothing of it; until then the page says why it cannot be closed. */
export function CloseDay({ day }: { day: DayDetailDto }) {
  const { t } = useTranslation('reconciliation');
  const [asking, { open, close }] = useDisclosure(false);
  const action = useAction<string, DayDetailDto>({
    perform: () => closeDay(day.id),
    done: () => t('close.done'),
    onSuccess: close,
  });
  if (!day.can_close) {
    const why = day.open_items > 0 ? t('close.open', { count: day.open_items }) : t('close.notYou');
    return (
      <Text size="sm" c="dimmed" maw={260}>
        {why}
      </Text>
    );
  }
  return (
    <>
      <Button onClick={open}>{t('close.title')}</Button>
      <ConfirmDialog
        opened={asking}
        onClose={close}
        title={t('close.title')}
        confirmLabel={t('close.title')}
        action={action}
      >
        <Text size="sm">
          {t(`close.body${day.statement}`, {
            received: formatMoney(day.statement === 'SUPPLIER' ? day.received - day.cleared : day.received),
            cleared: formatMoney(day.cleared),
            charged: formatMoney(day.charged),
          })}
        </Text>
      </ConfirmDialog>
    </>
  );
}

export function ReopenDay({ day }: { day: DayDetailDto }) {
  const { t } = useTranslation('reconciliation');
  return (
    <ReasonButton
      label={t('reopen.title')}
      body={t('reopen.body')}
      danger
      reasonLength={10}
      perform={(reason) => requestReopening({ id: day.id, reason })}
      done={() => t('reopen.sent')}
    />
  );
}

/** That no file comes of the day, or that it is waited for again: a second person agrees. */
export function DayAbsence({ day }: { day: DayDetailDto }) {
  const { t } = useTranslation('reconciliation');
  return (
    <ReasonButton
      label={t(day.absent ? 'absence.undo' : 'absence.title')}
      body={t(day.absent ? 'absence.undoBody' : 'absence.body')}
      reasonLength={10}
      perform={(reason) => requestAbsence({ id: day.id, absent: !day.absent, reason })}
      done={() => t('absence.sent')}
    />
  );
}
