import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import type { BasketDto, BasketSaleDto } from '@tirtapay/api-client';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { Panel } from '../../../../components/page/panel';
import { BigCode } from '../../../../components/ppob/big-code';
import { useSale } from '../../../../components/ppob/ppob-api';
import { PrintReceipt } from '../../../../components/print/print-receipt';
import { usePrinter } from '../../../../components/print/use-printer';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMoney } from '../../../../lib/format';
import classes from './counter.module.css';
import { HandBackButton } from './hand-back-button';

interface SaleResultProps {
  basket: BasketDto;
  /** The open shift of whoever looks. */
  shiftId: number;
  /** Sold by this page just now: its receipts are printed by themselves. */
  fresh: boolean;
  onNext: () => void;
}

/** Everything of the basket that has a paper. */
const printables = ({ water, sales }: BasketDto) => [
  ...water.map(({ payment_id: payment }) => ({ payment })),
  ...sales.flatMap(({ sale_id: sale, status }) => (sale !== null && status === 'SUCCESS' ? [{ sale }] : [])),
];

/** The supplier has not spoken yet; asked again until it has. */
function PendingService({ saleId }: { saleId: number }) {
  const { t } = useTranslation('counter');
  const sale = useSale(saleId).data;
  if (sale === undefined || sale.status === 'PENDING')
    return (
      <>
        <StatusBadge kind="sale" state="PENDING" />
        <Text size="sm">{t('result.pending')}</Text>
      </>
    );
  return (
    <>
      <StatusBadge kind="sale" state={sale.status} />
      {sale.code !== null && <BigCode code={sale.code} label={t('result.code')} />}
      {sale.status === 'SUCCESS' && <PrintReceipt of={{ sale: saleId }} />}
      {sale.status === 'FAILED' && <Owed saleId={saleId} amount={sale.total_amount} />}
    </>
  );
}

function Owed({ saleId, amount }: { saleId: number; amount: number }) {
  const { t } = useTranslation('counter');
  return (
    <Alert color="red" variant="light" icon={<Icon name="warning" />} role="alert">
      <Text size="sm">{t('result.owed', { amount: formatMoney(amount) })}</Text>
      <HandBackButton saleId={saleId} />
    </Alert>
  );
}

function Service({ sale }: { sale: BasketSaleDto }) {
  const { t } = useTranslation('counter');
  const { sale_id: id, status, message } = sale;
  return (
    <li>
      <div className={classes.resultLine}>
        <span className={classes.choiceName}>
          {sale.service_code}
          <small>{sale.customer_name}</small>
        </span>
        {sale.total_amount > 0 && <Money amount={sale.total_amount} />}
      </div>
      {id !== null && status === 'PENDING' ? (
        <PendingService saleId={id} />
      ) : (
        <Group gap="xs">
          {status === 'REFUSED' ? (
            <Text size="sm" fw={600} c="red">
              {t('result.refused')}
            </Text>
          ) : (
            <StatusBadge kind="sale" state={status} />
          )}
          {status === 'REFUNDED' && (
            <Text size="sm">{t('result.handedBack', { amount: formatMoney(sale.total_amount) })}</Text>
          )}
          {status === 'REFUSED' && (
            <Text size="sm">{t('result.refusedHint', { code: sale.refused ?? '' })}</Text>
          )}
        </Group>
      )}
      {status !== 'SUCCESS' && status !== 'PENDING' && message !== null && (
        <Text size="sm" c="dimmed">
          {message}
        </Text>
      )}
      {id !== null && status === 'FAILED' && <Owed saleId={id} amount={sale.total_amount} />}
      {sale.code !== null && (
        <BigCode
          code={sale.code}
          label={sale.service_code === 'PLN' ? t('result.token') : t('result.code')}
        />
      )}
    </li>
  );
}

/** Sold: the change in large type, the papers, and the next one with Enter. */
export function SaleResult({ basket, shiftId, fresh, onNext }: SaleResultProps) {
  const { t } = useTranslation('counter');
  const printer = usePrinter();
  const { print } = printer;
  const job = printables(basket);
  const printed = useRef(false);
  // A dialog that closed a moment ago may take the cursor from the button to nowhere: Enter is still the next customer.
  useWindowEvent('keydown', (event) => {
    if (event.key === 'Enter' && !event.repeat && document.activeElement === document.body) onNext();
  });
  useEffect(() => {
    if (!fresh || printed.current || job.length === 0) return;
    printed.current = true;
    print(job);
    // The basket is sold once, and printed by itself once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [fresh, print]);
  return (
    <Panel>
      <Stack gap="md" data-basket={basket.id} data-status={basket.status}>
        {!fresh && (
          <Alert color="blue" variant="light" icon={<Icon name="check" />}>
            {t(basket.shift_id === shiftId ? 'result.soldBefore' : 'result.soldInOtherShift')}
          </Alert>
        )}
        <div className={classes.bigChange} role="status" aria-live="assertive">
          <span>{t('result.change')}</span>
          <strong data-testid="result-change">
            <Money amount={basket.change ?? 0} />
          </strong>
          <small>
            {t('result.sums', {
              given: formatMoney(basket.cash_given),
              taken: formatMoney(basket.taken ?? 0),
            })}
          </small>
        </div>
        <Group>
          <Button size="md" autoFocus onClick={onNext}>
            {t('result.next')}
          </Button>
          {job.length > 0 && (
            <Button
              size="md"
              variant="default"
              leftSection={<Icon name="print" size={16} />}
              loading={printer.isPrinting}
              onClick={() => {
                print(job);
              }}
            >
              {t(fresh ? 'result.printAgain' : 'result.print')}
            </Button>
          )}
        </Group>
        <ul className={classes.results} aria-label={t('result.lines')}>
          {basket.water.map((line) => (
            <li key={line.payment_id}>
              <div className={classes.resultLine}>
                <span className={classes.choiceName}>
                  {line.customer_name}
                  <small>
                    {line.customer_number} · {line.receipt_number}
                  </small>
                </span>
                <Money amount={line.total_amount} />
              </div>
            </li>
          ))}
          {basket.sales.map((sale, index) => (
            <Service key={sale.sale_id ?? `refused-${String(index)}`} sale={sale} />
          ))}
        </ul>
        {printer.outlet}
      </Stack>
    </Panel>
  );
}
