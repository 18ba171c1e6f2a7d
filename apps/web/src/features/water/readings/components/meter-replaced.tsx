import { Alert } from '@mantine/core';
import type { MeterReplacementDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { formatDate, formatNumber } from '../../../../lib/format';

/** Why the stand before is none of the meter somebody stands before. */
export function MeterReplaced({ replacement }: { replacement: MeterReplacementDto }) {
  const { t } = useTranslation('readings');
  return (
    <Alert color="water" variant="light" icon={<Icon name="meter" />}>
      {t('entry.replaced', {
        date: formatDate(replacement.replaced_on),
        removed: formatNumber(replacement.removed_stand),
        installed: formatNumber(replacement.installed_stand),
      })}
    </Alert>
  );
}
