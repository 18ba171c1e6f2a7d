import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { infoQuery } from '../api/queries';
import { Page } from '../frame/page';
import pieces from '../pieces/pieces.module.css';

const PARTS = ['seen', 'kept', 'phone', 'link', 'log', 'asked', 'rights'] as const;

/** What these pages show, store and never do, in plain words (UU 27/2022). */
export function PrivacyPage() {
  const { t } = useTranslation('public-info');
  const { data: info } = useQuery(infoQuery);
  return (
    <Page title={t('privacy.title')} lead={t('privacy.lead')}>
      <div className={pieces.stack}>
        {PARTS.map((part) => (
          <section key={part} className={pieces.card}>
            <h2>{t(`privacy.${part}.title`)}</h2>
            <p>{t(`privacy.${part}.text`)}</p>
          </section>
        ))}
        {info && (
          <p className={pieces.dim}>
            {t('privacy.contact', { name: info.utility.name, phone: info.utility.phone })}
          </p>
        )}
      </div>
    </Page>
  );
}
