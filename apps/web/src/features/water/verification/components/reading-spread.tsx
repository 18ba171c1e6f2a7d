import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReadingDto } from '@tirtapay/api-client';
import { getReadingSpreadOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPeriod } from '../../../../lib/format';

/** What accepting this reading says of months that were estimated or not read: each gets a bill of its own. */
export function ReadingSpread({ reading }: { reading: ReadingDto }) {
  const { t } = useTranslation('verification');
  const { data } = useQuery(getReadingSpreadOptions({ path: { id: reading.id } }));
  if (data === undefined || data.months.length === 0) return null;
  return (
    <Alert color="blue" variant="light" title={t('spread.title')} p="sm">
      {data.months.map((month) => (
        <Text size="sm" key={month.period}>
          {t('spread.month', { period: formatPeriod(month.period), usage: formatNumber(month.usage_m3) })}{' '}
          <Text span c="dimmed" size="sm">
            {t(`spread.${month.was}`)}
          </Text>
        </Text>
      ))}
      <Text size="xs" c="dimmed" mt={4}>
        {t('spread.hint')}
      </Text>
    </Alert>
  );
}
