import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { DepositMovementDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { MovementCorrectionDialog } from '../../../../components/form/movement-correction-dialog';
import { Money } from '../../../../components/money';
import { Fields } from '../../../../components/page/panel';
import { formatDate } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { correctTopUp } from '../api/partners-api';

type EventWord = 'event.sale.held';

/** One movement of a deposit: what it was, what it left, and the way back of a top-up. */
export function MovementDetail({ movement }: { movement: DepositMovementDto }) {
  const { t } = useTranslation('partners');
  const { t: common } = useTranslation();
  const mayManage = usePermission('ppob.manage');
  const [correcting, { open, close }] = useDisclosure(false);
  const { event, entity_id: entity } = movement;
  const what = t(`event.${event}` as EventWord, { defaultValue: event });
  return (
    <Stack>
      <Fields
        rows={[
          { label: t('movement'), value: movement.corrected ? `${what} (${t('corrected')})` : what },
          { label: t('partner'), value: movement.partner },
          { label: t('bookedOn'), value: formatDate(movement.business_date) },
          { label: common('word.amount'), value: <Money amount={movement.amount} /> },
          { label: t('balanceAfter'), value: <Money amount={movement.balance} /> },
        ]}
      />
      <Group>
        {event.startsWith('sale.') && entity !== null && (
          <Button component={Link} variant="default" to={`/ppob/transactions/${String(entity)}`}>
            {t('toSale')}
          </Button>
        )}
        <Button component={Link} variant="default" to={`/partners/${String(movement.partner_id)}`}>
          {t('toPartner')}
        </Button>
        {mayManage && event === 'deposit.topped_up' && !movement.corrected && (
          <Button color="red" variant="light" onClick={open}>
            {t('correct')}
          </Button>
        )}
      </Group>
      {correcting && (
        <MovementCorrectionDialog
          id={movement.id}
          booked={movement.amount}
          perform={correctTopUp}
          onClose={close}
        />
      )}
    </Stack>
  );
}
