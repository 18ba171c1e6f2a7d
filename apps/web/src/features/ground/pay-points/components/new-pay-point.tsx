import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { createPayPoint } from '../api/pay-points-api';
import { PayPointFields } from './pay-point-fields';
import { toPayPoint, usePayPointForm } from './pay-point-form';

export function NewPayPoint({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('pay-points');
  const form = usePayPointForm();
  const { sending } = useFormAction(form, {
    perform: createPayPoint,
    done: () => t('created'),
    onSuccess: onClose,
    asks: (values) => toPayPoint(values),
  });
  return (
    <FormDialog opened onClose={onClose} title={t('newTitle')} {...sending}>
      <PayPointFields form={form} />
    </FormDialog>
  );
}
