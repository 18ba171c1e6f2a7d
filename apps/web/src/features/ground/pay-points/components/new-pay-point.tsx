import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { focusFirstError, showFieldProblems } from '../../../../components/form/form-problems';
import { useAction } from '../../../../lib/use-action';
import { createPayPoint } from '../api/pay-points-api';
import { PayPointFields } from './pay-point-fields';
import { toPayPoint, usePayPointForm } from './pay-point-form';

export function NewPayPoint({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('pay-points');
  const [explained, setExplained] = useState(true);
  const form = usePayPointForm();
  const action = useAction({
    perform: createPayPoint,
    done: () => t('created'),
    onSuccess: onClose,
    onError: (error) => {
      setExplained(showFieldProblems(form, error));
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('newTitle')}
      pending={action.isPending}
      error={explained ? undefined : action.error}
      onSubmit={form.onSubmit(
        (values) => {
          action.run(toPayPoint(values));
        },
        (errors) => {
          focusFirstError(form, errors);
        },
      )}
    >
      <PayPointFields form={form} />
    </FormDialog>
  );
}
