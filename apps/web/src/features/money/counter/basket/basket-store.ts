import { useCallback, useSyncExternalStore } from 'react';
import { newBasket } from './basket';
import type { Basket } from './basket';

const keyOf = (userId: number) => `tirtapay.counter-basket.${String(userId)}`;
const listeners = new Set<() => void>();
/** What was read last, so that the same text is the same basket; also all there is where the browser refuses storage. */
const held = new Map<string, { text: string | null; basket: Basket }>();

const isBasket = (value: unknown): value is Basket =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Basket).id === 'string' &&
  Array.isArray((value as Basket).water) &&
  Array.isArray((value as Basket).sales) &&
  typeof (value as Basket).sent === 'object';

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return held.get(key)?.text ?? null;
  }
}

function parsed(text: string | null): Basket | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isBasket(value) ? value : null;
  } catch {
    return null;
  }
}

function read(key: string): Basket {
  const text = stored(key);
  const known = held.get(key);
  if (known?.text === text) return known.basket;
  const basket = parsed(text) ?? newBasket();
  held.set(key, { text, basket });
  return basket;
}

function write(key: string, basket: Basket): void {
  const text = JSON.stringify(basket);
  held.set(key, { text, basket });
  try {
    localStorage.setItem(key, text);
  } catch {
    // Refused or full: the basket lives as long as this page, and its id still keeps it from being sold twice.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // The other window of this browser has the same basket.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/**
 * The basket of a cashier in this browser: a reload, a session that ended and a second window find the same one, under the
 * same id.
 */
export function useBasket(userId: number): [Basket, (change: (basket: Basket) => Basket) => void] {
  const key = keyOf(userId);
  const basket = useSyncExternalStore(subscribe, () => read(key));
  const change = useCallback(
    (next: (basket: Basket) => Basket) => {
      write(key, next(read(key)));
    },
    [key],
  );
  return [basket, change];
}
