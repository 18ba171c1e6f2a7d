import type { EndPlanBody } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { ReasonButton } from '../../../../components/form/reason-button';
import { endPlan } from '../api/instalments-api';

/** Asks a second person: the rest on one bill, or back to what it was while nothing is paid. */
export function EndPlan({ id, way }: { id: number; way: EndPlanBody['way'] }) {
  const { t } = useTranslation('instalments');
  return (
    <ReasonButton
      label={t(`end.ask.${way}`)}
      title={t(`end.title.${way}`)}
      confirmLabel={t('end.send')}
      body={t(`end.body.${way}`)}
      danger
      reasonLength={10}
      perform={(reason) => endPlan({ id, body: { way, reason } })}
      done={() => t('end.asked')}
    />
  );
}
