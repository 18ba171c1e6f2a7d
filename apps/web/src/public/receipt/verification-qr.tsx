import { QRCodeSVG } from 'qrcode.react';
import { useTranslation } from 'react-i18next';
import classes from './receipt.module.css';

/** On white in both themes: scanners need dark on light. */
export function VerificationQr({ url }: { url: string }) {
  const { t } = useTranslation('public-receipt');
  return (
    <QRCodeSVG
      value={url}
      size={132}
      level="M"
      marginSize={3}
      className={classes.qr}
      role="img"
      aria-label={t('sheet.qr')}
    />
  );
}
