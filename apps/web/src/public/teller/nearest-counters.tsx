import type { PublicCounterDto, TellerInstructionsDto } from '@tirtapay/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { countersQuery } from '../api/queries';
import pieces from '../pieces/pieces.module.css';
import { ProblemCard } from '../pieces/problem-card';
import classes from './teller.module.css';
import { Skeleton } from '../pieces/waiting';

interface NearestCountersProps {
  token: string;
  bank: TellerInstructionsDto['bank'];
}

/** Where to go with the pay code: counters of the bank and of the utility, those of the own area first. */
export function NearestCounters({ token, bank }: NearestCountersProps) {
  const { t } = useTranslation('public-pay');
  const { data, error, refetch } = useQuery(countersQuery(token, bank.code));
  return (
    <section className={pieces.card} aria-labelledby="loket">
      <h2 id="loket">{t('teller.counters')}</h2>
      {error && !data ? (
        <ProblemCard error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <div role="status" aria-label={t('teller.countersLoading')}>
          <Skeleton height={220} />
        </div>
      ) : data.length === 0 ? (
        <p className={pieces.dim}>{t('teller.noCounters', { bank: bank.name })}</p>
      ) : (
        <ul className={classes.counters}>
          {data.map((counter) => (
            <CounterItem key={counter.name + counter.address} counter={counter} />
          ))}
        </ul>
      )}
    </section>
  );
}

function CounterItem({ counter }: { counter: PublicCounterDto }) {
  const { t } = useTranslation('public-pay');
  return (
    <li>
      <div className={classes.counterName}>
        <strong>{counter.name}</strong>
        {counter.in_region && <span className={pieces.mark}>{t('teller.inRegion')}</span>}
      </div>
      <div>{counter.address}</div>
      <div className={pieces.dim}>{counter.hours}</div>
      {counter.phone !== null && (
        <a href={`tel:${counter.phone.replace(/[^+\d]/g, '')}`}>
          <Icon name="phone" size={18} />
          {counter.phone}
        </a>
      )}
      {counter.coordinates !== null && (
        <a href={`geo:0,0?q=${counter.coordinates.replace(/ /g, '')}`}>
          <Icon name="pin" size={18} />
          {t('teller.onMap')}
        </a>
      )}
    </li>
  );
}
