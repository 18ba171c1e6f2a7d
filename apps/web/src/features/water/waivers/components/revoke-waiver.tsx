import { useTranslation } from 'react-i18next';
import { ReasonButton } from '../../../../components/form/reason-button';
import { revokeWaiver } from '../api/waivers-api';

/** Asks a second person to end a programme with the day of the decision. */
export function RevokeWaiver({ id }: { id: number }) {
  const { t } = useTranslation('waivers');
  return (
    <ReasonButton
      label={t('revoke.ask')}
      title={t('revoke.title')}
      body={t('revoke.body')}
      danger
      reasonLength={10}
      perform={(reason) => revokeWaiver({ id, reason })}
      done={() => t('revoke.asked')}
    />
  );
}
