import { useTranslation } from 'react-i18next';
import { ReasonButton } from '../../../../components/form/reason-button';
import { requestCancellation } from '../api/bills-api';

/** Takes back a charge that was billed by mistake, by two people. */
export function CancelCharge({ id }: { id: number }) {
  const { t } = useTranslation('bills');
  return (
    <ReasonButton
      label={t('cancel.ask')}
      title={t('cancel.title')}
      body={t('cancel.body')}
      danger
      reasonLength={10}
      perform={(reason) => requestCancellation({ id, reason })}
      done={() => t('cancel.asked')}
    />
  );
}
