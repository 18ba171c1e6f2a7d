import { Alert, Button, Group, Kbd, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { CounterSheetsDto } from '@tirtapay/api-client';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { EmptyMessage } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { formatDateShort, formatMoney, formatPeriod } from '../../../../lib/format';
import classes from './counter.module.css';

/** Said before the customer is asked for more: it is theirs, and pays by itself as soon as it covers a whole sheet. */
function HeldCredit({ amount, owes }: { amount: number; owes: boolean }) {
  const { t } = useTranslation('counter');
  if (amount <= 0) return null;
  return (
    <Alert color="blue" variant="light" icon={<Icon name="payment" />} mb="sm">
      {t(owes ? 'sheets.credit' : 'sheets.creditOnly', { amount: formatMoney(amount) })}
    </Alert>
  );
}

interface SheetChoiceProps {
  sheets: CounterSheetsDto;
  full: boolean;
  onTake: (count: number) => void;
  onQris: (count: number) => void;
  onLeave: () => void;
}

/** What one customer owes, oldest first: all of it, or up to a sheet chosen with the arrows. */
export function SheetChoice({ sheets: answer, full, onTake, onQris, onLeave }: SheetChoiceProps) {
  const { t } = useTranslation('counter');
  const { customer, sheets, totals, admin_fee: fee } = answer;
  const [count, setCount] = useState(sheets.length);
  const total = totals[count - 1];
  const form = useRef<HTMLFormElement>(null);
  useHotkeys(
    [
      [
        'F8',
        () => {
          if (total !== undefined) onQris(count);
        },
      ],
    ],
    [],
  );
  if (total === undefined)
    return (
      <Panel title={customer.name}>
        <HeldCredit amount={answer.credit} owes={false} />
        <EmptyMessage icon="check" title={t('sheets.none')} hint={t('sheets.noneHint')}>
          <Button autoFocus variant="default" mt="sm" onClick={onLeave}>
            {t('sheets.other')}
          </Button>
        </EmptyMessage>
      </Panel>
    );
  const bills = sheets.slice(0, count).reduce((sum, sheet) => sum + sheet.total, 0);
  const stamp = total - bills - fee;
  return (
    <Panel
      title={customer.name}
      action={
        <Text size="sm" c="dimmed" component="span" className={classes.number}>
          {customer.customer_number}
        </Text>
      }
    >
      <HeldCredit amount={answer.credit} owes />
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          onTake(count);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onLeave();
        }}
      >
        <Text size="sm" c="dimmed">
          {customer.address}
        </Text>
        <fieldset className={classes.sheets}>
          <legend className={classes.legend}>{t('sheets.legend')}</legend>
          {sheets.map((sheet, index) => (
            <label key={sheet.bill_number} className={classes.sheet} data-taken={index < count || undefined}>
              <input
                type="radio"
                name="through"
                value={index + 1}
                checked={count === index + 1}
                autoFocus={index === sheets.length - 1}
                onKeyDown={(event) => {
                  // A radio does not send its form by itself in every browser.
                  if (event.key !== 'Enter') return;
                  event.preventDefault();
                  form.current?.requestSubmit();
                }}
                onChange={() => {
                  setCount(index + 1);
                }}
              />
              <span className={classes.choiceName}>
                {sheet.title ?? formatPeriod(sheet.period)}
                <small>
                  {t(sheet.title === null ? 'sheets.line' : 'sheets.lineOther', {
                    usage: sheet.usage_m3,
                    due: formatDateShort(sheet.due_date),
                  })}
                  {sheet.penalty > 0 && ` · ${t('sheets.penalty', { amount: formatMoney(sheet.penalty) })}`}
                  {sheet.waiver_programme !== null &&
                    ` · ${t('sheets.waived', { amount: formatMoney(sheet.waived), programme: sheet.waiver_programme })}`}
                </small>
              </span>
              <Money amount={sheet.total} />
            </label>
          ))}
        </fieldset>
        <dl className={classes.sums}>
          {fee > 0 && (
            <div>
              <dt>{t('sheets.fee')}</dt>
              <dd>
                <Money amount={fee} />
              </dd>
            </div>
          )}
          {stamp > 0 && (
            <div>
              <dt>{t('sheets.stamp')}</dt>
              <dd>
                <Money amount={stamp} />
              </dd>
            </div>
          )}
          <div className={classes.grand}>
            <dt>{t('sheets.total', { count })}</dt>
            <dd data-testid="sheets-total">
              <Money amount={total} />
            </dd>
          </div>
        </dl>
        {full && (
          <Text size="sm" c="red" role="alert">
            {t('basket.full')}
          </Text>
        )}
        <Group justify="space-between" mt="sm">
          <Button
            variant="default"
            aria-keyshortcuts="F8"
            rightSection={<Kbd size="xs">F8</Kbd>}
            onClick={() => {
              onQris(count);
            }}
          >
            QRIS
          </Button>
          <Button type="submit" disabled={full}>
            {t('sheets.take')}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}
