import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import type { StampDutyPaymentDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { FormDialog } from '../../../../components/form/form-dialog';
import { ReasonField } from '../../../../components/form/reason-field';
import { useFormAction } from '../../../../components/form/use-form-action';
import { Money } from '../../../../components/money';
import { Fields } from '../../../../components/page/panel';
import { formatDate, formatMoney } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { requestReversal } from '../api/stamp-duty-api';

function ReversalDialog({ payment, onClose }: { payment: StampDutyPaymentDto; onClose: () => void }) {
  const { t } = useTranslation('stamp-duty');
  const { t: common } = useTranslation();
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() === '' ? common('form.required') : null) },
  });
  const { sending } = useFormAction(form, {
    perform: requestReversal,
    done: () => t('reverse.sent'),
    onSuccess: onClose,
    asks: ({ reason }) => ({ id: payment.id, reason: reason.trim() }),
  });
  return (
    <FormDialog opened onClose={onClose} title={t('reverse.title')} submitLabel={t('ask')} {...sending}>
      <Text size="sm">{t('reverse.body', { amount: formatMoney(payment.amount) })}</Text>
      <ReasonField form={form} autoFocus />
    </FormDialog>
  );
}

/** One payment: when, by which slip, who agreed, and the way back. */
export function PaymentDetail({ payment }: { payment: StampDutyPaymentDto }) {
  const { t } = useTranslation('stamp-duty');
  const { t: common } = useTranslation();
  const mayManage = usePermission('reconciliation.manage');
  const [reversing, { open, close }] = useDisclosure(false);
  const mayBeReversed = payment.reverses_id === null && !payment.reversed;
  return (
    <Stack>
      <Fields
        rows={[
          { label: t('payment.number'), value: String(payment.id) },
          { label: t('payment.date'), value: formatDate(payment.business_date) },
          { label: common('word.amount'), value: <Money amount={payment.amount} /> },
          { label: t('payment.reference'), value: payment.bank_reference },
          ...(payment.reverses_id === null
            ? []
            : [
                {
                  label: t('payment.reverses'),
                  value: (
                    <Anchor component={Link} size="sm" to={`?detail=${String(payment.reverses_id)}`}>
                      {String(payment.reverses_id)}
                    </Anchor>
                  ),
                },
              ]),
        ]}
      />
      {payment.reversed && <Text size="sm">{t('payment.reversed')}</Text>}
      <Group>
        <Button component={Link} variant="default" to={`/approvals?detail=${String(payment.approval_id)}`}>
          {t('seeApprovals')}
        </Button>
        {mayManage && mayBeReversed && (
          <Button color="red" variant="light" onClick={open}>
            {t('reverse.open')}
          </Button>
        )}
      </Group>
      {reversing && <ReversalDialog payment={payment} onClose={close} />}
    </Stack>
  );
}
