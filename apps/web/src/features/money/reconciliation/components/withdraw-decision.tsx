import { useTranslation } from 'react-i18next';
import { ReasonButton } from '../../../../components/form/reason-button';
import { withdrawDecision } from '../api/reconciliation-api';

/** Asks a second person to take back what was decided about a row, while its day is open. */
export function WithdrawDecision({ itemId }: { itemId: number }) {
  const { t } = useTranslation('reconciliation');
  return (
    <ReasonButton
      label={t('item.withdraw')}
      confirmLabel={t('item.ask')}
      body={t('item.withdrawBody')}
      danger
      reasonLength={10}
      perform={(reason) => withdrawDecision({ id: itemId, reason })}
      done={() => t('item.sent')}
    />
  );
}
