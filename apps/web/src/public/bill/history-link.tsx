import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../components/icon';
import pieces from '../pieces/pieces.module.css';

/** The months before: behind a second question, which is said before it is asked. */
export function HistoryLink() {
  const { t } = useTranslation('public-pay');
  return (
    <section className={pieces.card}>
      <Link className={pieces.plain} to="riwayat">
        <Icon name="history" size={18} />
        {t('history.link')}
      </Link>
      <p className={pieces.dim} style={{ marginTop: 8 }}>
        {t('history.hint')}
      </p>
    </section>
  );
}
