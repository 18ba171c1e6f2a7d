import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { PpobQuoteDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon';
import { Money } from '../money';
import { Fields } from '../page/panel';
import { fieldsToRead } from './ppob-item';
import classes from './ppob.module.css';

interface QuotePanelProps {
  quote: PpobQuoteDto;
  confirmLabel: string;
  onConfirm: () => void;
  onChange: () => void;
}

/** What it costs and for whom, read to the customer before anything is taken. */
export function QuotePanel({ quote, confirmLabel, onConfirm, onChange }: QuotePanelProps) {
  const { t } = useTranslation('ppob');
  const { t: common } = useTranslation();
  const { bill, account_name: accountName } = quote;
  return (
    <Stack gap="sm" role="group" aria-label={t('quote.title')}>
      <Text fw={650}>{quote.service_name}</Text>
      <div className={classes.total} aria-live="polite">
        <span>{t('quote.total')}</span>
        <strong data-testid="quote-total">
          <Money amount={quote.total_amount} />
        </strong>
      </div>
      {accountName !== null && (
        <Alert variant="light" icon={<Icon name="user" />} title={t('quote.account')}>
          {accountName}
        </Alert>
      )}
      <Fields
        rows={[
          { label: t('form.customerName'), value: quote.customer_name },
          ...fieldsToRead(quote),
          ...(bill === null
            ? []
            : [
                { label: common('word.billNumber'), value: bill.bill_number },
                ...(quote.bill_title === null
                  ? []
                  : [{ label: t('quote.billTitle'), value: quote.bill_title }]),
                { label: t('quote.billPrincipal'), value: <Money amount={bill.bill_principal} /> },
                { label: common('word.penalty'), value: <Money amount={bill.penalty} /> },
                { label: t('quote.stamp'), value: <Money amount={bill.stamp_duty} /> },
              ]),
          { label: t('quote.principal'), value: <Money amount={quote.principal} /> },
          { label: t('fee'), value: <Money amount={quote.admin_fee} /> },
          { label: t('quote.source'), value: t(`quote.from.${quote.source}`) },
        ]}
      />
      <Group justify="space-between">
        <Button variant="default" onClick={onChange}>
          {t('quote.change')}
        </Button>
        <Button autoFocus onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </Group>
    </Stack>
  );
}
