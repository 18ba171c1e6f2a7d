import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import classes from './pieces.module.css';

interface ShareButtonsProps {
  title: string;
  text: string;
  /** Path of this site. */
  path: string;
}

/** The phone's own share sheet where there is one, and WhatsApp by link everywhere. */
export function ShareButtons({ title, text, path }: ShareButtonsProps) {
  const { t } = useTranslation('public');
  const url = `${location.origin}${path}`;
  const share = async () => {
    try {
      await navigator.share({ title, text, url });
    } catch {
      // Closing the share sheet is reported as an error; nothing was asked for, nothing is lost.
    }
  };
  return (
    <>
      {'share' in navigator && (
        <button type="button" className={classes.plain} onClick={() => void share()}>
          <Icon name="share" size={18} />
          {t('share.action')}
        </button>
      )}
      <a
        className={classes.plain}
        href={`https://wa.me/?text=${encodeURIComponent(`${text}\n${url}`)}`}
        target="_blank"
        rel="noopener noreferrer"
      >
        <Icon name="share" size={18} />
        {t('share.whatsapp')}
      </a>
    </>
  );
}
