import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { changeLanguage, currentLanguage } from '../../i18n';
import classes from './frame.module.css';

/** Names the other language in that language: whoever needs it cannot read this one. */
export function LanguageSwitch() {
  const { t } = useTranslation('public');
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const other = currentLanguage() === 'id' ? 'en' : 'id';
  const switchOver = async () => {
    setBusy(true);
    try {
      await changeLanguage(other);
      // Reasons, steps and refusals come from the server in the language they were asked in.
      await queryClient.invalidateQueries();
    } finally {
      setBusy(false);
    }
  };
  return (
    <button
      type="button"
      className={classes.switch}
      lang={other}
      aria-busy={busy}
      title={t('frame.otherLanguage')}
      onClick={() => void switchOver()}
    >
      {t('frame.otherLanguageShort')}
      <span className={classes.unseen}> {t('frame.otherLanguage')}</span>
    </button>
  );
}
