import type { AgreementDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Money } from '../../../../components/money';
import { Fields } from '../../../../components/page/panel';
import { formatDate } from '../../../../lib/format';

/** What is not over of its days, and how much money is there. */
export function LeftToSettle({ agreement }: { agreement: AgreementDto }) {
  const { t } = useTranslation('reconciliation');
  const { left } = agreement;
  if (left === null) return null;
  return (
    <Fields
      rows={[
        {
          label: t('ending.openDays'),
          value:
            left.first_open_day === null
              ? t('ending.noOpenDays')
              : t('ending.daysSince', { count: left.open_days, date: formatDate(left.first_open_day) }),
        },
        { label: t('ending.carried'), value: t('ending.items', { count: left.carried_items }) },
        { label: t(`ending.held.${agreement.statement}`), value: <Money amount={left.held} /> },
        { label: t('overview.claims'), value: <Money amount={left.claims} /> },
      ]}
    />
  );
}
