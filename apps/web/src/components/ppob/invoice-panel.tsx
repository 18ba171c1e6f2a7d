import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { SaleDto } from '@tirtapay/api-client';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api-problem';
import { useAction } from '../../lib/use-action';
import { CopyButton } from '../copy-button';
import { Icon } from '../icon';
import { saveInvoice } from './ppob-api';
import classes from './ppob.module.css';

interface InvoicePanelProps {
  saleId: number;
  invoice: NonNullable<SaleDto['invoice']>;
}

/** The invoice exactly as the specification prints it, on the printer the browser knows. */
function PrintedInvoice({ text, onPrinted }: { text: string; onPrinted: () => void }) {
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted, { once: true });
    window.print();
    return () => {
      window.removeEventListener('afterprint', onPrinted);
    };
  }, [onPrinted]);
  return createPortal(
    <pre className={classes.paper} data-print-sheet="">
      {text}
    </pre>,
    document.body,
  );
}

export function InvoicePanel({ saleId, invoice }: InvoicePanelProps) {
  const { t } = useTranslation('ppob');
  const { t: common } = useTranslation();
  const [printing, setPrinting] = useState(false);
  const action = useAction({
    perform: saveInvoice,
    onErrorTells: true,
    onError: (error) => {
      notifications.show({
        color: 'red',
        title: t('invoice.failed'),
        message: error instanceof ApiProblem ? error.title : '',
      });
    },
  });
  return (
    <>
      <pre className={classes.invoice} tabIndex={0} aria-label={t('invoice.title')} data-testid="invoice">
        {invoice.text}
      </pre>
      <div className={classes.actions}>
        <Button
          leftSection={<Icon name="print" size={16} />}
          onClick={() => {
            setPrinting(true);
          }}
        >
          {common('action.print')}
        </Button>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="default"
              leftSection={<Icon name="download" size={16} />}
              loading={action.isPending}
            >
              {t('invoice.pdf')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {([null, '58', '80'] as const).map((width) => (
              <Menu.Item
                key={width ?? 'A5'}
                onClick={() => {
                  action.run({ id: saleId, width });
                }}
              >
                {width === null ? t('invoice.sheet') : t('invoice.roll', { width })}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button
          component="a"
          variant="default"
          href={`https://wa.me/?text=${encodeURIComponent(invoice.text)}`}
          target="_blank"
          rel="noopener noreferrer"
          leftSection={<Icon name="share" size={16} />}
        >
          {t('invoice.whatsapp')}
        </Button>
        <CopyButton value={invoice.text} what={t('invoice.title')} />
      </div>
      {printing && (
        <PrintedInvoice
          text={invoice.text}
          onPrinted={() => {
            setPrinting(false);
          }}
        />
      )}
    </>
  );
}
