import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { DrawerDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { NumberField } from '../../../../components/form/number-field';
import { reasonProblem } from '../../../../components/form/reason';
import { ReasonField } from '../../../../components/form/reason-field';
import { useFormAction } from '../../../../components/form/use-form-action';
import { numberIn, numberProblem } from '../../../../lib/number-words';
import type { TypedNumber } from '../../../../lib/number-words';
import { requestFee } from '../api/drawers-api';
import { FEE } from './fee-limits';

interface Values extends Record<string, unknown> {
  admin_fee: TypedNumber;
  reason: string;
}

/** What a counter asks for itself, as two people agree. */
export function FeeDialog({ drawer, onClose }: { drawer: DrawerDetailDto; onClose: () => void }) {
  const { t } = useTranslation('counter');
  const form = useForm<Values>({
    initialValues: { admin_fee: drawer.admin_fee, reason: '' },
    validate: { admin_fee: (value) => numberProblem(value, FEE), reason: reasonProblem },
  });
  const { sending } = useFormAction(form, {
    perform: requestFee,
    done: () => t('fee.done'),
    onSuccess: onClose,
    asks: ({ admin_fee: fee, reason }) => ({
      id: drawer.id,
      body: { admin_fee: numberIn(fee) ?? 0, reason: reason.trim() },
    }),
  });
  return (
    <FormDialog opened onClose={onClose} title={t('fee.title')} submitLabel={t('fee.submit')} {...sending}>
      <Text size="sm">{t('fee.hint')}</Text>
      <NumberField
        label={t('sheets.fee')}
        description={t('drawers.feeHint')}
        unit="Rp"
        limits={FEE}
        withAsterisk
        data-autofocus
        key={form.key('admin_fee')}
        {...form.getInputProps('admin_fee')}
      />
      <ReasonField form={form} />
    </FormDialog>
  );
}
