import { Text } from '@mantine/core';
import type { DrawerDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { useForm } from '@mantine/form';
import { FormDialog } from '../../../../components/form/form-dialog';
import { reasonProblem } from '../../../../components/form/reason';
import { ReasonField } from '../../../../components/form/reason-field';
import { useFormAction } from '../../../../components/form/use-form-action';
import { formatMoney } from '../../../../lib/format';
import { requestDifference } from '../api/drawers-api';
import { countedOf, PiecesCount } from './pieces-count';
import type { TypedPieces } from './pieces-count';

interface Values extends Record<string, unknown> {
  typed: TypedPieces;
  reason: string;
}

/** What a drawer that nobody has was found to hold: booked when a second person agrees. */
export function DifferenceDialog({ drawer, onClose }: { drawer: DrawerDetailDto; onClose: () => void }) {
  const { t } = useTranslation('counter');
  const form = useForm<Values>({
    initialValues: { typed: {}, reason: '' },
    validate: {
      typed: (typed) => (countedOf(typed) === null ? t('count.wrong') : null),
      reason: reasonProblem,
    },
  });
  const { sending } = useFormAction(form, {
    perform: requestDifference,
    done: ({ difference }) => t('difference.sent', { amount: formatMoney(difference) }),
    onSuccess: onClose,
    asks: ({ typed, reason }) => ({
      id: drawer.id,
      body: { counted: countedOf(typed) ?? [], reason: reason.trim() },
    }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('difference.title')}
      submitLabel={t('difference.submit')}
      {...sending}
    >
      <Text size="sm">{t('difference.hint')}</Text>
      <PiecesCount
        typed={form.values.typed}
        onChange={(typed) => {
          form.setFieldValue('typed', typed);
        }}
        legend={t('close.count')}
      />
      {form.errors.typed != null && (
        <Text size="sm" c="red" role="alert">
          {form.errors.typed}
        </Text>
      )}
      <ReasonField form={form} label={t('close.reason')} hint={null} />
    </FormDialog>
  );
}
