import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import classes from './check.module.css';

interface MeterDigitsProps {
  digits: string;
  trouble: 'short' | 'wrong' | 'locked' | undefined;
  onDigits: (digits: string) => void;
}

/** Appears only while customer numbers are being guessed: who stands at the meter sees the bill all the same. */
export function MeterDigits({ digits, trouble, onDigits }: MeterDigitsProps) {
  const { t } = useTranslation('public');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    if (trouble === 'wrong') field.current?.select();
  }, [trouble]);
  return (
    <div className={classes.digits}>
      <p className={classes.why} role="alert">
        {t('check.meter.why')}
      </p>
      <label className="tp-label" htmlFor="angka">
        {t('check.meter.label')}
      </label>
      <input
        ref={field}
        className="tp-input"
        id="angka"
        name="angka"
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        value={digits}
        onChange={(event) => {
          // Typed with the letters or spaces of the plate it is still the same number.
          onDigits(event.currentTarget.value.replace(/\D/g, '').slice(-4));
        }}
        aria-describedby="angka-hint"
        aria-invalid={trouble !== undefined}
      />
      <p className={trouble ? classes.wrong : 'tp-hint'} id="angka-hint" role={trouble && 'alert'}>
        {trouble ? (
          <>
            <Icon name="warning" size={16} /> {t(`check.meter.${trouble}`)}
          </>
        ) : (
          t('check.meter.hint')
        )}
      </p>
    </div>
  );
}
