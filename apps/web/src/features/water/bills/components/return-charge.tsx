import { useTranslation } from 'react-i18next';
import { ReasonButton } from '../../../../components/form/reason-button';
import { requestChargeReturn } from '../api/bills-api';

/** Makes a charge that is settled the customer's credit, by two people. */
export function ReturnCharge({ id }: { id: number }) {
  const { t } = useTranslation('bills');
  return (
    <ReasonButton
      label={t('chargeReturn.ask')}
      title={t('chargeReturn.title')}
      body={t('chargeReturn.body')}
      danger
      reasonLength={10}
      perform={(reason) => requestChargeReturn({ id, reason })}
      done={() => t('chargeReturn.asked')}
    />
  );
}
