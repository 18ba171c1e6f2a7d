import { QRCodeCanvas } from 'qrcode.react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { formatMoney } from '../../lib/format';
import { formatDeadline } from '../pieces/deadline';
import { Disclosure } from '../pieces/disclosure';
import pieces from '../pieces/pieces.module.css';
import type { ReceivedIntent } from './time-left';
import classes from './checkout.module.css';
import { saveQrPicture } from './save-qr-picture';
import { useScreenAwake } from './use-screen-awake';

export function QrisPanel({ intent }: { intent: ReceivedIntent }) {
  const { t } = useTranslation('public-pay');
  const code = useRef<HTMLCanvasElement>(null);
  useScreenAwake();
  const merchant = intent.merchant_name ?? '';
  const { customer_number: customerNumber } = intent.customer;
  const save = () => {
    if (!code.current) return;
    saveQrPicture(code.current, {
      title: merchant,
      amount: formatMoney(intent.amount),
      lines: [
        t('qris.pictureNumber', { number: customerNumber }),
        t('qris.pictureDeadline', { moment: formatDeadline(intent.expires_at) }),
        ...(intent.nmid === null ? [] : [`NMID: ${intent.nmid}`]),
      ],
      fileName: `qris-${customerNumber}.png`,
    });
  };
  return (
    <div className={classes.qris}>
      <div className={classes.qrPaper}>
        <p className={classes.qrMark}>QRIS</p>
        <p className={classes.qrMerchant}>
          {merchant}
          {intent.nmid !== null && <span>NMID: {intent.nmid}</span>}
        </p>
        <QRCodeCanvas
          ref={code}
          value={intent.qr_payload ?? ''}
          size={960}
          level="M"
          marginSize={4}
          className={classes.qrCode}
          role="img"
          aria-label={t('qris.label', { amount: formatMoney(intent.amount) })}
        />
      </div>
      <button type="button" className={pieces.plain} onClick={save}>
        <Icon name="download" size={18} />
        {t('qris.save')}
      </button>
      <Disclosure label={t('qris.samePhone')}>
        <ol className={pieces.steps}>
          <li>{t('qris.samePhone1')}</li>
          <li>{t('qris.samePhone2')}</li>
          <li>{t('qris.samePhone3')}</li>
        </ol>
      </Disclosure>
    </div>
  );
}
