import { Alert, Loader, Stack, Text } from '@mantine/core';
import type { SaleDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon';
import { BigCode } from './big-code';
import { InvoicePanel } from './invoice-panel';
import { useSale } from './ppob-api';

/** How a sale ended, told as soon as it does: the code that was bought, the invoice, or that the money goes back. */
export function PpobResult({ sale: first }: { sale: SaleDto }) {
  const { t } = useTranslation('ppob');
  const sale = useSale(first.id, first).data ?? first;
  return (
    <Stack gap="md" data-sale={sale.id} data-status={sale.status}>
      {sale.status === 'PENDING' && (
        <Alert color="yellow" variant="light" icon={<Loader size={16} />} title={t('result.pending')}>
          <Text size="sm">{t('result.pendingHint')}</Text>
        </Alert>
      )}
      {(sale.status === 'FAILED' || sale.status === 'REFUNDED') && (
        <Alert color="red" variant="light" icon={<Icon name="warning" />} title={t(`result.${sale.status}`)}>
          <Text size="sm">
            {t(sale.reversed_at === undefined ? 'result.refundedHint' : 'result.reversedHint')}
          </Text>
          {sale.message !== null && <Text size="sm">{t('result.said', { message: sale.message })}</Text>}
        </Alert>
      )}
      {sale.code !== null && (
        <BigCode
          code={sale.code}
          label={t(sale.service_code === 'PLN' ? 'result.token' : 'result.voucher')}
        />
      )}
      {sale.invoice !== null && <InvoicePanel saleId={sale.id} invoice={sale.invoice} />}
    </Stack>
  );
}
