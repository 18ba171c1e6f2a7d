import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../components/icon';
import { infoQuery } from '../api/queries';
import classes from './frame.module.css';
import { LanguageSwitch } from './language-switch';
import { OfflineNotice } from './offline-notice';
import { ThemeSwitch } from './theme-switch';

/** What surrounds every public page. The top row has its twin in index.html. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('public');
  const { data: info } = useQuery(infoQuery);
  return (
    <div className="tp-frame">
      <a className={classes.skip} href="#isi">
        {t('frame.skip')}
      </a>
      <header className="tp-top">
        <div className="tp-top-row">
          <Link className="tp-brand" to="/">
            <svg className="tp-mark" viewBox="0 0 32 32" aria-hidden="true">
              <rect width="32" height="32" rx="8" />
              <path d="M16 5.5c4.4 5 7 8.8 7 12.3a7 7 0 0 1-14 0c0-3.5 2.6-7.3 7-12.300z" />
            </svg>
            <span className="tp-brand-text">
              <span className="tp-brand-name">TirtaPay</span>
              <span className="tp-brand-line">{info?.utility.name ?? t('frame.line')}</span>
            </span>
          </Link>
          <div className={classes.switches}>
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
        </div>
        {info?.sandbox === true && (
          <p className={classes.sandbox}>
            <Icon name="warning" size={16} />
            {t('frame.sandbox')}
          </p>
        )}
      </header>
      {children}
      <OfflineNotice />
      <footer className={classes.footer}>
        <div className={classes.footerRow}>
          <nav aria-label={t('frame.footer')} className={classes.links}>
            <Link to="/">{t('frame.check')}</Link>
            <Link to="/tarif">{t('frame.tariff')}</Link>
            <Link to="/bukti">{t('frame.saved')}</Link>
            <Link to="/tanya">{t('frame.ask')}</Link>
            <Link to="/keberatan">{t('frame.follow')}</Link>
            <Link to="/privasi">{t('frame.privacy')}</Link>
          </nav>
          <p>{info ? `${info.utility.name} · ${info.utility.address}` : ' '}</p>
        </div>
      </footer>
    </div>
  );
}
