import { Skeleton, Stack, Text } from '@mantine/core';
import type { DisputeDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Fields } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { Photo } from '../../../../components/photo';
import { formatDate, formatMoment, formatNumber } from '../../../../lib/format';
import { useCheckPhoto } from '../api/disputes-api';

type Check = NonNullable<DisputeDto['check']>;

/** What the reader saw, beside what was billed. */
export function MeterCheck({ check, bill }: { check: Check; bill: DisputeDto['bill'] }) {
  const { t } = useTranslation('bills');
  const photo = useCheckPhoto(check.id, check.seen_at !== null);
  if (check.stand === null || check.seen_at === null)
    return (
      <Text size="sm">
        {t('dispute.checkOpen', { date: formatDate(check.due_on), by: check.ordered_by })} {check.instruction}
      </Text>
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
      {photo.isError ? (
        <ProblemPanel error={photo.error} onRetry={() => void photo.refetch()} />
      ) : photo.data ? (
        <Photo content={photo.data} alt={t('dispute.photo')} maxHeight={420} />
      ) : (
        <Skeleton height={180} />
      )}
    </Stack>
  );
}
