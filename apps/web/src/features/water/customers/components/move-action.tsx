import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { CustomerDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../../../lib/use-permission';
import { MoveDialog } from './move-dialog';

/** Brings one customer to another region or route; a closed one stays where it was. */
export function MoveAction({ customer }: { customer: CustomerDto }) {
  const { t } = useTranslation('customers');
  const mayWrite = usePermission('customer.write');
  const [asking, dialog] = useDisclosure(false);
  if (!mayWrite || customer.state === 'NONAKTIF') return null;
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {t('move.action')}
      </Button>
      {asking && (
        <MoveDialog asked={{ ids: String(customer.id) }} version={customer.version} onClose={dialog.close}>
          {t('move.one', {
            name: customer.name,
            number: customer.customer_number,
            region: `${customer.region.code} ${customer.region.name}`,
            route: `${customer.route.code} ${customer.route.name}`,
          })}
        </MoveDialog>
      )}
    </>
  );
}
