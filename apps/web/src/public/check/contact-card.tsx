import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../components/icon';
import { infoQuery } from '../api/queries';
import { ProblemCard } from '../pieces/problem-card';
import classes from './check.module.css';
import { Skeleton } from '../pieces/waiting';

/** Whom to ask, and when they are there. */
export function ContactCard() {
  const { t } = useTranslation('public');
  const { data, error, refetch } = useQuery(infoQuery);
  return (
    <section className="tp-card" aria-labelledby="kontak">
      <h2 id="kontak" className={classes.cardTitle}>
        {t('contact.title')}
      </h2>
      {error && !data ? (
        <ProblemCard error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton visible={!data} className={classes.contactRoom}>
          <ul className={classes.contact}>
            <li>
              <Icon name="pin" size={20} />
              {/* Two blocks: as one they would be the largest text of the page, and it comes last. */}
              <div>
                <div>
                  <strong>{data?.utility.name}</strong>
                </div>
                <div>{data?.utility.address}</div>
              </div>
            </li>
            <li>
              <Icon name="phone" size={20} />
              <a href={`tel:${(data?.utility.phone ?? '').replace(/[^+\d]/g, '')}`}>{data?.utility.phone}</a>
            </li>
            <li>
              <Icon name="clock" size={20} />
              <span>{data?.utility.hours}</span>
            </li>
          </ul>
        </Skeleton>
      )}
      <p className={classes.tariffLink}>
        <Link to="/tarif">{t('contact.tariff')}</Link>
      </p>
    </section>
  );
}
