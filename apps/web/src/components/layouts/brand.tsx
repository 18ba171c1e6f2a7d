import { useTranslation } from 'react-i18next';
import classes from './admin-layout.module.css';

export function Brand() {
  const { t } = useTranslation();
  return (
    <div className={classes.brand}>
      <img src="/favicon.svg" alt="" width={28} height={28} />
      {t('product')}
    </div>
  );
}
