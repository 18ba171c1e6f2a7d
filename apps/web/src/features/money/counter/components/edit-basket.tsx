import { useHotkeys } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import type { BasketBody, CounterCustomerDto, CounterSheetsDto } from '@tirtapay/api-client';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { findCustomers, readSheets } from '../api/counter-api';
import { bodyOf, isEmpty, isFull, waterLine, withWater } from '../basket/basket';
import type { Basket } from '../basket/basket';
import { BasketPanel } from './basket-panel';
import classes from './counter.module.css';
import { FindCustomer } from './find-customer';
import { QrisDialog } from './qris-dialog';
import type { NotSold } from './not-sold';
import { SheetChoice } from './sheet-choice';

const PpobItemForm = lazy(() =>
  import('../../../../components/ppob/ppob-item-form').then((m) => ({ default: m.PpobItemForm })),
);

type Step =
  | { at: 'find' }
  | { at: 'choose'; found: readonly CounterCustomerDto[] }
  | { at: 'sheets'; sheets: CounterSheetsDto }
  | { at: 'ppob' };

interface EditBasketProps {
  basket: Basket;
  change: (change: (basket: Basket) => Basket) => void;
  notSold: NotSold | null;
  /** What the customer before got back; still to be read when Enter came too early. */
  lastChange: number | null;
  onSell: (body: BasketBody) => void;
}

/** Number, Enter, Enter, cash, Enter; the keys of the counter lead to everything else. */
export function EditBasket({ basket, change, notSold, lastChange, onSell }: EditBasketProps) {
  const { t } = useTranslation('counter');
  const [step, setStep] = useState<Step>({ at: 'find' });
  const [qris, setQris] = useState<{ sheets: CounterSheetsDto; count: number } | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const cash = useRef<HTMLInputElement>(null);

  const find = useMutation({
    // One that is found by a number of their own is served at once.
    mutationFn: async (typed: string) => {
      const { data, exact } = await findCustomers(typed);
      const [only] = data;
      return only !== undefined && (exact || data.length === 1)
        ? { sheets: await readSheets(only.customer_number) }
        : { found: data };
    },
  });
  const open = useMutation({ mutationFn: (number: string) => readSheets(number) });
  /** What was asked for before is not waited for any more: a late answer must not put another customer on the screen. */
  const forget = () => {
    find.reset();
    open.reset();
  };
  const lookFor = (typed: string) => {
    forget();
    find.mutate(typed, {
      onSuccess: (answer) => {
        if (answer.sheets !== undefined) setStep({ at: 'sheets', sheets: answer.sheets });
        else setStep({ at: 'choose', found: answer.found });
      },
      onError: () => {
        setStep({ at: 'find' });
      },
    });
  };
  const choose = (number: string) => {
    forget();
    open.mutate(number, {
      onSuccess: (sheets) => {
        setStep({ at: 'sheets', sheets });
      },
    });
  };

  const toSearch = () => {
    setStep({ at: 'find' });
    forget();
    search.current?.focus();
    search.current?.select();
  };
  const toCash = () => {
    cash.current?.focus();
    cash.current?.select();
  };
  const toPpob = () => {
    if (isFull(basket)) return;
    forget();
    setStep({ at: 'ppob' });
  };
  // Also while the cursor stands in a field: a counter has no mouse.
  useHotkeys(
    [
      ['F2', toSearch],
      ['F4', toPpob],
      ['F9', toCash],
    ],
    [],
  );

  return (
    <div className={classes.sale}>
      <div className={classes.finding}>
        <FindCustomer
          field={search}
          pending={find.isPending || open.isPending}
          error={find.error ?? open.error}
          none={step.at === 'choose' && step.found.length === 0}
          found={step.at === 'choose' ? step.found : []}
          onFind={(typed) => {
            if (typed !== '') lookFor(typed);
            else if (!isEmpty(basket)) toCash();
          }}
          onChoose={choose}
          onPpob={toPpob}
        />
        {step.at === 'sheets' && (
          <SheetChoice
            key={step.sheets.customer.customer_number}
            sheets={step.sheets}
            full={isFull(basket)}
            onTake={(count) => {
              const line = waterLine(step.sheets, count);
              if (line === null) return;
              change((now) => withWater(now, line));
              setStep({ at: 'find' });
              if (search.current) search.current.value = '';
              toCash();
            }}
            onQris={(count) => {
              setQris({ sheets: step.sheets, count });
            }}
            onLeave={toSearch}
          />
        )}
        {step.at === 'ppob' && (
          <Panel title={t('ppob.title')}>
            <Suspense fallback={<DetailSkeleton />}>
              <PpobItemForm
                confirmLabel={t('ppob.take')}
                onReady={({ key, body, quote }) => {
                  change((now) => ({
                    ...now,
                    sales: [
                      ...now.sales,
                      {
                        key,
                        body,
                        service: quote.service_name,
                        name: quote.customer_name,
                        amount: quote.total_amount,
                      },
                    ],
                  }));
                  setStep({ at: 'find' });
                  toCash();
                }}
              />
            </Suspense>
          </Panel>
        )}
      </div>
      <BasketPanel
        basket={basket}
        cash={cash}
        notSold={notSold}
        lastChange={lastChange}
        change={change}
        onMore={toSearch}
        onSell={(given) => {
          onSell(bodyOf(basket, given));
        }}
      />
      {qris !== null && (
        <QrisDialog
          sheets={qris.sheets}
          count={qris.count}
          onClose={() => {
            setQris(null);
            toSearch();
          }}
        />
      )}
    </div>
  );
}
