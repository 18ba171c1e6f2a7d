import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import pieces from '../pieces/pieces.module.css';
import type { ReceivedCheckout } from './time-left';
import { timeLeft } from './time-left';

const MINUTE = 60_000;

/** Milliseconds left, once a second, never below zero. */
export function useTimeLeft(checkout: ReceivedCheckout | undefined): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(performance.now());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return checkout ? Math.max(0, timeLeft(checkout, Math.max(now, checkout.received_at))) : 0;
}

function clock(left: number): string {
  const seconds = Math.floor(left / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** The figure is silent for screen readers; what matters is said at ten minutes and at one minute. */
export function Countdown({ left }: { left: number }) {
  const { t } = useTranslation('public-pay');
  const announcement = left <= MINUTE ? t('countdown.one') : left <= 10 * MINUTE ? t('countdown.ten') : '';
  return (
    <>
      <span role="timer" aria-live="off" data-urgent={left <= 10 * MINUTE || undefined}>
        {clock(left)}
      </span>
      <span role="status" className={pieces.unseen}>
        {announcement}
      </span>
    </>
  );
}
