import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import type { SupplierMovementDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { ReasonField } from '../../../../components/form/reason-field';
import { Money } from '../../../../components/money';
import { Fields } from '../../../../components/page/panel';
import { formatDate, formatMoney } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { requestReversal } from '../api/suppliers-api';
import { kindText } from './movement-words';

function ReversalDialog({ movement, onClose }: { movement: SupplierMovementDto; onClose: () => void }) {
  const { t } = useTranslation('ppob-suppliers');
  const { t: common } = useTranslation();
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() === '' ? common('form.required') : null) },
  });
  const { sending } = useFormAction(form, {
    perform: requestReversal,
    done: () => t('reverse.sent'),
    onSuccess: onClose,
    asks: ({ reason }) => ({ id: movement.id, reason: reason.trim() }),
  });
  return (
    <FormDialog opened onClose={onClose} title={t('reverse.title')} submitLabel={t('pay.ask')} {...sending}>
      <Text size="sm">
        {t('reverse.body', { what: kindText(t, movement), amount: formatMoney(movement.amount) })}
      </Text>
      <ReasonField form={form} autoFocus />
    </FormDialog>
  );
}

/** One movement: what it was, what it left, who agreed, and the way back of a payment. */
export function MovementDetail({ movement }: { movement: SupplierMovementDto }) {
  const { t } = useTranslation('ppob-suppliers');
  const { t: common } = useTranslation();
  const mayManage = usePermission('ppob.manage');
  const [reversing, { open, close }] = useDisclosure(false);
  const mayBeReversed =
    (movement.kind === 'TOP_UP' || movement.kind === 'SETTLEMENT') &&
    movement.reverses_id === null &&
    !movement.reversed;
  return (
    <Stack>
      <Fields
        rows={[
          { label: t('movement.number'), value: String(movement.id) },
          { label: t('movement.kind'), value: kindText(t, movement) },
          { label: t('movement.supplier'), value: movement.supplier },
          { label: t('movement.date'), value: formatDate(movement.business_date) },
          { label: t('movement.account'), value: t(`movement.accounts.${movement.account}`) },
          { label: common('word.amount'), value: <Money amount={movement.amount} /> },
          { label: t('movement.balance'), value: <Money amount={movement.balance} /> },
          ...(movement.bank_reference === null
            ? []
            : [{ label: t('movement.reference'), value: movement.bank_reference }]),
          ...(movement.reverses_id === null
            ? []
            : [
                {
                  label: t('movement.reverses'),
                  value: (
                    <Anchor component={Link} size="sm" to={`?detail=${String(movement.reverses_id)}`}>
                      {String(movement.reverses_id)}
                    </Anchor>
                  ),
                },
              ]),
        ]}
      />
      {movement.reversed && <Text size="sm">{t('movement.reversed')}</Text>}
      <Group>
        {movement.sale_id !== null && (
          <Button component={Link} variant="default" to={`/ppob/transactions/${String(movement.sale_id)}`}>
            {t('movement.sale', { id: String(movement.sale_id) })}
          </Button>
        )}
        {movement.approval_id !== null && (
          <Button component={Link} variant="default" to={`/approvals?detail=${String(movement.approval_id)}`}>
            {t('seeApprovals')}
          </Button>
        )}
        {mayManage && mayBeReversed && (
          <Button color="red" variant="light" onClick={open}>
            {t('reverse.open')}
          </Button>
        )}
      </Group>
      {reversing && <ReversalDialog movement={movement} onClose={close} />}
    </Stack>
  );
}
