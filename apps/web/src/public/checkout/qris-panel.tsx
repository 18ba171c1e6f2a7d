import { QRCodeCanvas } from 'qrcode.react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { formatMoney } from '../../lib/format';
import { formatDeadline } from '../pieces/deadline';
import { Disclosure } from '../pieces/disclosure';
import pieces from '../pieces/pieces.module.css';
import type { ReceivedCheckout } from './time-left';
import classes from './checkout.module.css';
import { saveQrPicture } from './save-qr-picture';
import { useScreenAwake } from './use-screen-awake';

export function QrisPanel({ checkout }: { checkout: ReceivedCheckout }) {
  const { t } = useTranslation('public-pay');
  const code = useRef<HTMLCanvasElement>(null);
  useScreenAwake();
  const merchant = checkout.merchant_name ?? '';
  const { customer_number: customerNumber } = checkout.customer;
  const save = () => {
    if (!code.current) return;
    saveQrPicture(code.current, {
      title: merchant,
      amount: formatMoney(checkout.amount),
      lines: [
        t('qris.pictureNumber', { number: customerNumber }),
        t('qris.pictureDeadline', { moment: formatDeadline(checkout.expires_at) }),
        ...(checkout.nmid === null ? [] : [`NMID: ${checkout.nmid}`]),
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
          {checkout.nmid !== null && <span>NMID: {checkout.nmid}</span>}
        </p>
        <QRCodeCanvas
          ref={code}
          value={checkout.qr_payload ?? ''}
          size={960}
          level="M"
          marginSize={4}
          className={classes.qrCode}
          role="img"
          aria-label={t('qris.label', { amount: formatMoney(checkout.amount) })}
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
