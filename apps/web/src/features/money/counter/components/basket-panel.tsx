import { ActionIcon, Alert, Button, Kbd, Text } from '@mantine/core';
import type { RefObject } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../../components/form/number-field';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { ApiProblem } from '../../../../lib/api-problem';
import { formatMoney, formatPeriod } from '../../../../lib/format';
import { numberIn, numberProblem } from '../../../../lib/number-words';
import type { TypedNumber } from '../../../../lib/number-words';
import { isEmpty, totalOf, usualCash, withoutSale, withoutWater } from '../basket/basket';
import type { Basket } from '../basket/basket';
import classes from './counter.module.css';
import type { NotSold } from './not-sold';

const CASH = { unit: 'Rp', max: 1_000_000_000 } as const;

interface BasketPanelProps {
  basket: Basket;
  cash: RefObject<HTMLInputElement | null>;
  notSold: NotSold | null;
  change: (change: (basket: Basket) => Basket) => void;
  lastChange: number | null;
  /** Somebody else, or something else, before the cash. */
  onMore: () => void;
  onSell: (given: number) => void;
}

/** `Juli 2026`; of several the first and the last. A charge lies in the month of the water beside it. */
function periodsText(periods: readonly string[]): string {
  const [first = '', last = first] = [periods[0], periods.at(-1)];
  return last === first ? formatPeriod(first) : `${formatPeriod(first)} – ${formatPeriod(last)}`;
}

/** By the time this is read somebody has signed in again: that the session is over would be untrue. */
const sessionEnded = (error: Error): boolean => error instanceof ApiProblem && error.status === 401;

function Lines({ basket, change, notSold }: Pick<BasketPanelProps, 'basket' | 'change' | 'notSold'>) {
  const { t } = useTranslation('counter');
  const of = notSold?.error instanceof ApiProblem ? notSold.error.extensions : {};
  const remove = (label: string, act: () => void) => (
    <ActionIcon variant="subtle" color="gray" aria-label={t('basket.remove', { name: label })} onClick={act}>
      <Icon name="close" size={16} />
    </ActionIcon>
  );
  return (
    <ul className={classes.lines} aria-label={t('basket.title')}>
      {basket.water.map((line, index) => (
        <li key={line.customerNumber} data-refused={of.line === index || undefined}>
          <span className={classes.choiceName}>
            {line.name}
            <small>
              {line.customerNumber} · {periodsText(line.periods)}
              {line.periods.length > 1 && ` · ${t('sheets.total', { count: line.periods.length })}`}
            </small>
          </span>
          <Money amount={line.amount} />
          {remove(line.name, () => {
            change((now) => withoutWater(now, line.customerNumber));
          })}
        </li>
      ))}
      {basket.sales.map((line, index) => (
        <li key={line.key} data-refused={of.sale_line === index || undefined}>
          <span className={classes.choiceName}>
            {line.service}
            <small>{line.name}</small>
          </span>
          <Money amount={line.amount} />
          {remove(line.service, () => {
            change((now) => withoutSale(now, line.key));
          })}
        </li>
      ))}
    </ul>
  );
}

/** What is paid together, the cash for it, and what comes back. */
export function BasketPanel({ basket, cash, notSold, change, lastChange, onMore, onSell }: BasketPanelProps) {
  const { t } = useTranslation('counter');
  const [given, setGiven] = useState<TypedNumber>(notSold?.given ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [of, setOf] = useState(basket.id);
  if (of !== basket.id) {
    setOf(basket.id);
    setGiven('');
    setProblem(null);
  }
  const total = totalOf(basket);
  const amount = numberIn(given);
  const short = amount !== null && amount < total;
  const sell = () => {
    const wrong =
      numberProblem(given, CASH) ??
      (short ? t('basket.short', { amount: formatMoney(total - amount) }) : null);
    setProblem(wrong);
    if (wrong === null && amount !== null) onSell(amount);
    else cash.current?.focus();
  };
  return (
    <Panel title={t('basket.title')}>
      {notSold !== null &&
        (notSold.error === null || sessionEnded(notSold.error) ? (
          <Alert color="yellow" variant="light" icon={<Icon name="warning" />} role="alert">
            {t(notSold.error === null ? 'basket.neverArrived' : 'basket.sessionEnded')}
          </Alert>
        ) : (
          <ProblemPanel error={notSold.error} />
        ))}
      {isEmpty(basket) ? (
        <>
          {lastChange !== null && (
            <Text size="sm" mb={4}>
              {t('basket.lastChange')}{' '}
              <strong data-testid="last-change">
                <Money amount={lastChange} />
              </strong>
            </Text>
          )}
          <Text size="sm" c="dimmed">
            {t('basket.empty')}
          </Text>
        </>
      ) : (
        <Lines basket={basket} change={change} notSold={notSold} />
      )}
      <div className={classes.total} role="status">
        <span>{t('basket.total')}</span>
        <strong data-testid="total">
          <Money amount={total} />
        </strong>
      </div>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty(basket)) sell();
        }}
      >
        <NumberField
          ref={cash}
          label={t('basket.cash')}
          description={t('basket.cashHint')}
          unit="Rp"
          limits={CASH}
          size="lg"
          rightSection={<Kbd size="xs">F9</Kbd>}
          rightSectionWidth={46}
          rightSectionPointerEvents="none"
          value={given}
          error={problem}
          onKeyDown={(event) => {
            if (event.key !== '+') return;
            event.preventDefault();
            onMore();
          }}
          onChange={(value) => {
            setProblem(null);
            setGiven(value);
          }}
        />
        {!isEmpty(basket) && (
          <div className={classes.notes}>
            {usualCash(total).map((note) => (
              <Button
                key={note}
                size="compact-sm"
                variant="default"
                tabIndex={-1}
                onClick={() => {
                  setProblem(null);
                  setGiven(note);
                  cash.current?.focus();
                }}
              >
                {note === total ? t('basket.exact') : formatMoney(note)}
              </Button>
            ))}
          </div>
        )}
        <div className={classes.change} data-short={short || undefined} role="status">
          <span>{t(short ? 'basket.lacking' : 'basket.change')}</span>
          <strong data-testid="change">
            {amount === null || isEmpty(basket) ? '—' : <Money amount={Math.abs(amount - total)} />}
          </strong>
        </div>
        <Button type="submit" size="md" fullWidth disabled={isEmpty(basket)}>
          {t('basket.sell')}
        </Button>
      </form>
    </Panel>
  );
}
