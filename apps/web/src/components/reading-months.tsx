import { Alert, Text } from '@mantine/core';
import type { ReadingSpreadDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPeriod } from '../lib/format';
import { Money } from './money';

/** What a stand says of months that were estimated or not read: each gets a bill of its own, at its own price. */
export function ReadingMonths({ spread }: { spread: ReadingSpreadDto }) {
  const { t } = useTranslation();
  if (spread.months.length === 0) return null;
  const billed = spread.months.reduce((sum, month) => sum + month.billed, 0);
  return (
    <Alert color="blue" variant="light" title={t('readingMonths.title')} p="sm">
      {spread.months.map(({ period, usage_m3: usage, was, total }) => (
        <Text size="sm" key={period}>
          {t('readingMonths.month', { period: formatPeriod(period), usage: formatNumber(usage) })}
          {total !== null && (
            <>
              {', '}
              <Money amount={total} />
            </>
          )}{' '}
          <Text span c="dimmed" size="sm">
            {t(`readingMonths.${was}`)}
          </Text>
        </Text>
      ))}
      {billed > 0 && (
        <Text size="sm">
          {t('readingMonths.billed')} −<Money amount={billed} />
        </Text>
      )}
      {spread.total !== null && (
        <Text size="sm" fw={600} mt={4}>
          {t('readingMonths.sum')} <Money amount={spread.total} />
        </Text>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {t('readingMonths.hint')}
      </Text>
    </Alert>
  );
}
