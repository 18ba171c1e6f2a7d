import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { formatPeriod } from '../../../../lib/format';
import type { useMovePreview } from '../api/customers-api';

/** What a move would do, before anybody does it. */
export function MovePreview({ preview }: { preview: ReturnType<typeof useMovePreview> }) {
  const { t } = useTranslation('customers');
  const found = preview.data;
  return (
    <>
      <div role="status">
        {found?.moving === 0 && <Alert color="yellow">{t('move.nobody')}</Alert>}
        {found !== undefined && found.moving > 0 && (
          <Text fw={650}>{t('move.moving', { count: found.moving })}</Text>
        )}
        {found !== undefined && found.there > 0 && (
          <Text size="sm">{t('move.there', { count: found.there })}</Text>
        )}
        {found !== undefined && found.closed > 0 && (
          <Text size="sm">{t('move.closed', { count: found.closed })}</Text>
        )}
        {found !== undefined && found.billed > 0 && (
          <Alert color="red" mt="xs">
            {t('move.billed', {
              count: found.billed,
              period: formatPeriod(found.from_period),
              numbers: found.examples
                .slice(0, 3)
                .map((one) => one.customer_number)
                .join(', '),
              earliest: formatPeriod(found.earliest ?? found.from_period),
            })}
          </Alert>
        )}
      </div>
      {preview.isError && <ProblemPanel error={preview.error} onRetry={() => void preview.refetch()} />}
    </>
  );
}
