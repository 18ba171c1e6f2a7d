import { phoneForm } from '@tirtapay/domain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../components/icon';
import { infoQuery } from '../api/queries';
import { ProblemCard } from '../pieces/problem-card';
import classes from './check.module.css';
import { Skeleton } from '../pieces/waiting';

/** As WhatsApp wants it: with the country and without anything else. */
const whatsappOf = (written: string) => phoneForm(written).replace(/^0/, '62');

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
            {data?.utility.whatsapp != null && (
              <li>
                <Icon name="phone" size={20} />
                <a href={`https://wa.me/${whatsappOf(data.utility.whatsapp)}`} rel="noreferrer">
                  WhatsApp {data.utility.whatsapp}
                </a>
              </li>
            )}
            {data?.utility.email != null && (
              <li>
                <Icon name="link" size={20} />
                <a href={`mailto:${data.utility.email}`}>{data.utility.email}</a>
              </li>
            )}
            <li>
              <Icon name="clock" size={20} />
              <span>{data?.utility.hours}</span>
            </li>
          </ul>
        </Skeleton>
      )}
      <p className={classes.tariffLink}>
        <Link to="/tanya">{t('contact.ask')}</Link>
        <Link to="/tarif">{t('contact.tariff')}</Link>
      </p>
    </section>
  );
}
