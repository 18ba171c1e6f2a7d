import { Alert, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { formatPeriod } from '../../../../lib/format';
import { useSealedLeft } from '../api/bill-runs-api';

/** Who billed a month before it was over bills it once more for its sealed connections. @param period only this one */
export function SealedLeft({ period }: { period?: string }) {
  const { t } = useTranslation('bill-runs');
  const { data = [] } = useSealedLeft();
  const months = data.filter((month) => period === undefined || month.period === period);
  if (months.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="warning" />} title={t('sealedLeft.title')}>
      <Stack gap={4}>
        {months.map((month) => (
          <Text key={month.period} size="sm">
            {t('sealedLeft.month', { count: month.connections, period: formatPeriod(month.period) })}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}
