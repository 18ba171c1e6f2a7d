import type { BasketDto, ShiftDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { isEmpty, newBasket, renewed } from '../basket/basket';
import { useBasket } from '../basket/basket-store';
import { readSheets } from '../api/counter-api';
import { EditBasket } from './edit-basket';
import type { NotSold } from './not-sold';
import { SaleResult } from './sale-result';
import { Selling } from './selling';

/** One sale after the other: filled, sold, the change given. */
export function SaleScreen({ shift }: { shift: ShiftDto }) {
  const [basket, change] = useBasket(shift.cashier_id);
  // Sold by this page, and not only found by it after a reload or in another window.
  const [ordered, setOrdered] = useState<string | null>(null);
  const [notSold, setNotSold] = useState<NotSold | null>(null);
  const [sold, setSold] = useState<BasketDto | null>(null);

  const [lastChange, setLastChange] = useState<number | null>(null);

  // Also while the basket is empty because nothing of it is owed any more; not to whoever comes next.
  if (notSold !== null && notSold.basketId !== basket.id && !isEmpty(basket)) setNotSold(null);

  const giveUp = (error: Error | null) => {
    setOrdered(null);
    setNotSold({ basketId: basket.id, given: basket.sent?.cash_given ?? 0, error });
    change((now) => ({ ...now, sent: null }));
    // Whatever was refused, the next try is made with what the server says now.
    void Promise.all(
      basket.water.map(({ customerNumber }) => readSheets(customerNumber).catch(() => null)),
    ).then((answers) => {
      change((now) =>
        now.id === basket.id && now.sent === null
          ? renewed(
              now,
              answers.filter((answer) => answer !== null),
            )
          : now,
      );
    });
  };

  if (sold !== null)
    return (
      <SaleResult
        basket={sold}
        shiftId={shift.id}
        fresh={ordered === sold.id}
        onNext={() => {
          setLastChange(sold.change);
          setSold(null);
          setOrdered(null);
          change((now) => (now.id === sold.id ? newBasket() : now));
        }}
      />
    );
  if (basket.sent !== null)
    return (
      <Selling
        key={basket.id}
        body={basket.sent}
        ordered={ordered === basket.id}
        onSold={setSold}
        onNotSold={giveUp}
      />
    );
  return (
    <EditBasket
      basket={basket}
      change={change}
      notSold={notSold}
      lastChange={lastChange}
      onSell={(body) => {
        setNotSold(null);
        setOrdered(basket.id);
        change((now) => ({ ...now, sent: body }));
      }}
    />
  );
}
