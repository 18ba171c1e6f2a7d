import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { DisputeDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { Fields } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { Photo } from '../../../../components/photo';
import { formatDate, formatMoment, formatNumber } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { takeBackCheck, useCheckPhoto } from '../api/disputes-api';

type Check = NonNullable<DisputeDto['check']>;

/** What the reader saw, beside what was billed. */
export function MeterCheck({ check, bill }: { check: Check; bill: DisputeDto['bill'] }) {
  const { t } = useTranslation('bills');
  const photo = useCheckPhoto(check.id, check.seen_at !== null);
  if (check.stand === null || check.seen_at === null)
    return (
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          {t('dispute.checkOpen', { date: formatDate(check.due_on), by: check.ordered_by })}{' '}
          {check.instruction}
        </Text>
        {check.dropped_at === null && <TakeBack checkId={check.id} />}
        {check.dropped_at !== null && check.dropped_reason !== null && (
          <Text size="sm" fw={600}>
            {t('dispute.takenBackBy', {
              by: check.dropped_by ?? '—',
              at: formatMoment(check.dropped_at),
              reason: check.dropped_reason,
            })}
          </Text>
        )}
      </Stack>
    );
  return (
    <Stack gap="sm">
      <Fields
        rows={[
          { label: t('dispute.seenStand'), value: formatNumber(check.stand) },
          { label: t('dispute.billedStand'), value: formatNumber(bill.current_stand) },
          { label: t('dispute.seenBy'), value: `${check.seen_by ?? '—'}, ${formatMoment(check.seen_at)}` },
          ...(check.note === null ? [] : [{ label: t('dispute.seenNote'), value: check.note }]),
        ]}
      />
      <Text size="sm" fw={600}>
        {t(check.stand < bill.current_stand ? 'dispute.below' : 'dispute.above', {
          difference: formatNumber(Math.abs(check.stand - bill.current_stand)),
        })}
      </Text>
      {photo.data ? (
        <Photo content={photo.data} alt={t('dispute.photo')} maxHeight={420} />
      ) : photo.isPending ? (
        <Skeleton height={180} />
      ) : (
        <ProblemPanel error={photo.error} onRetry={() => void photo.refetch()} />
      )}
    </Stack>
  );
}

/** Asked by mistake, or answered otherwise: the reader need not go. */
function TakeBack({ checkId }: { checkId: number }) {
  const { t } = useTranslation('bills');
  const mayAsk = usePermission('bill.correct.request');
  const [opened, dialog] = useDisclosure(false);
  const action = useAction({
    perform: (reason: string) => takeBackCheck({ id: checkId, reason }),
    done: () => t('dispute.takenBack'),
    onSuccess: dialog.close,
  });
  if (!mayAsk) return null;
  return (
    <>
      <Button variant="default" size="sm" onClick={dialog.open}>
        {t('dispute.takeBack')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={dialog.close}
        title={t('dispute.takeBackTitle')}
        confirmLabel={t('dispute.takeBack')}
        reason="required"
        action={action}
      >
        <Text size="sm">{t('dispute.takeBackBody')}</Text>
      </ConfirmDialog>
    </>
  );
}
