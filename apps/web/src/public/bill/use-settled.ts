import { startTransition, useEffect, useState } from 'react';

/** False while the page is drawn for the first time: what nobody sees yet must not delay what everybody waits for. */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      startTransition(() => {
        setSettled(true);
      });
    });
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return settled;
}
