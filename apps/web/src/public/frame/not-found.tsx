import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Page } from './page';

export function NotFound() {
  const { t } = useTranslation('public');
  return (
    <Page title={t('notFound.title')} lead={t('notFound.hint')}>
      <div>
        <Link className="tp-button" to="/">
          {t('notFound.action')}
        </Link>
      </div>
    </Page>
  );
}
