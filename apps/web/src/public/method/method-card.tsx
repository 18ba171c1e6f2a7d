import type { PublicMethodDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { type CheckoutMethod, QRIS_TRANSACTION_LIMIT } from '@tirtapay/domain';
import { Icon } from '../../components/icon';
import { Money } from '../../components/money';
import { formatMoney } from '../../lib/format';
import pieces from '../pieces/pieces.module.css';
import classes from './method.module.css';
import { carriedByQris, offeredNow } from './offered-now';
import { useLife } from './use-life';
import { Loader } from '../pieces/waiting';

/** A reason is a sentence of the bank, or a code of ours: midnight is near, QRIS does not carry so much, or it is closed. */
function useReason(reason: string | null, fewerHelps: boolean): string {
  const { t } = useTranslation('public-pay');
  if (reason === 'intent.day_ending') return t('method.dayEnding');
  if (reason === 'intent.method_unavailable')
    return t(fewerHelps ? 'method.aboveLimit' : 'method.oneAboveLimit', {
      limit: formatMoney(QRIS_TRANSACTION_LIMIT),
    });
  return reason !== null && /\s/.test(reason) ? reason : t('method.unavailable');
}

const ICONS = { QRIS: 'qr', VA: 'payment', TELLER: 'bank' } as const;

interface MethodCardProps {
  entry: PublicMethodDto;
  payable: number;
  /** Of the oldest bill alone. */
  least: number;
  /** Address of the counter's instructions. */
  teller: string;
  busy: boolean;
  locked: boolean;
  onChoose: (method: CheckoutMethod) => void;
}

export function MethodCard({ entry, payable, least, teller, busy, locked, onChoose }: MethodCardProps) {
  const { t } = useTranslation('public-pay');
  const life = useLife();
  const { method, bank } = entry;
  const { available, reason: inTheWay } = offeredNow(entry, payable);
  const reason = useReason(inTheWay, carriedByQris(least, entry.admin_fee));
  const words = (
    <>
      <span className={classes.icon}>{busy ? <Loader /> : <Icon name={ICONS[method]} size={24} />}</span>
      <strong className={classes.name}>
        {method === 'QRIS' ? t('method.qris', { bank: bank.name }) : bank.name}
      </strong>
      <span className={classes.text}>
        <span className={pieces.dim}>
          {entry.admin_fee > 0 ? t('method.fee', { fee: formatMoney(entry.admin_fee) }) : t('method.noFee')}
        </span>
        {(available || method === 'TELLER') && (
          <span className={pieces.dim}>
            {entry.valid_for_minutes === null
              ? t('method.anyTime')
              : t('method.life', { life: life(entry.valid_for_minutes) })}
          </span>
        )}
        {!available && (
          <span className={classes.reason}>
            <Icon name="warning" size={16} /> {reason}
          </span>
        )}
        {busy && <span role="status">{t('method.creating')}</span>}
      </span>
      <span className={classes.total}>
        <strong>
          <Money amount={payable + entry.admin_fee} />
        </strong>
        {available && <Icon name="right" size={20} />}
      </span>
    </>
  );
  return (
    <li>
      {!available ? (
        <div className={classes.method} data-off>
          {words}
        </div>
      ) : method === 'TELLER' ? (
        <Link className={classes.method} to={teller}>
          {words}
        </Link>
      ) : (
        <button
          type="button"
          className={classes.method}
          aria-disabled={locked}
          onClick={() => {
            if (!locked) onChoose(method);
          }}
        >
          {words}
        </button>
      )}
    </li>
  );
}
