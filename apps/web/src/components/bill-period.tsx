import { Text } from '@mantine/core';
import type { BillDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../lib/format';

/** The period of a bill; one that is of no water says so, or two bills of a month would look like one bill twice. */
export function BillPeriod({ bill: { kind, period } }: { bill: Pick<BillDto, 'kind' | 'period'> }) {
  const { t } = useTranslation();
  return (
    <>
      {formatPeriod(period)}
      {kind !== 'WATER' && (
        <Text span size="xs" c="dimmed">
          {' '}
          · {t(`billKind.${kind}`)}
        </Text>
      )}
    </>
  );
}
