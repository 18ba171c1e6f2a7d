import type { PublicQuoteBody, PublicTariffResponse } from '@tirtapay/api-client';
import type { SubmitEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import pieces from '../pieces/pieces.module.css';
import { isUsage, METER_SIZES } from './tariff-question';
import classes from './tariff.module.css';

const GROUPS = ['I', 'II', 'III', 'KHUSUS'] as const;

interface TariffFormProps {
  tariffs: PublicTariffResponse[];
  busy: boolean;
  onChange: () => void;
  onAsk: (question: PublicQuoteBody) => void;
}

export function TariffForm({ tariffs, busy, onChange, onAsk }: TariffFormProps) {
  const { t } = useTranslation('public-info');
  // Most who come here are households.
  const [code, setCode] = useState(
    () => (tariffs.find((tariff) => tariff.kelompok === 'II') ?? tariffs[0])?.code ?? '',
  );
  const [usage, setUsage] = useState('');
  const [size, setSize] = useState<number>(METER_SIZES[0].millimetres);
  const [wrong, setWrong] = useState(false);
  const ask = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fine = isUsage(usage);
    setWrong(!fine);
    if (fine && !busy) onAsk({ tariff_code: code, usage_m3: Number(usage), meter_size_mm: size });
  };
  return (
    <form className={`${pieces.card} ${classes.form}`} onSubmit={ask} onChange={onChange} noValidate>
      <label className="tp-label" htmlFor="golongan">
        {t('tariff.category')}
      </label>
      <select
        id="golongan"
        className={classes.select}
        value={code}
        aria-describedby="golongan-hint"
        onChange={(event) => {
          setCode(event.currentTarget.value);
        }}
      >
        {GROUPS.map((group) => {
          const members = tariffs.filter((tariff) => tariff.kelompok === group);
          if (members.length === 0) return null;
          return (
            <optgroup key={group} label={t(`tariff.group.${group}`)}>
              {members.map((tariff) => (
                <option key={tariff.code} value={tariff.code}>
                  {tariff.name} ({tariff.code})
                </option>
              ))}
            </optgroup>
          );
        })}
      </select>
      <p className="tp-hint" id="golongan-hint">
        {t('tariff.categoryHint')}
      </p>
      <label className="tp-label" htmlFor="ukuran">
        {t('tariff.size')}
      </label>
      <select
        id="ukuran"
        className={classes.select}
        value={size}
        aria-describedby="ukuran-hint"
        onChange={(event) => {
          setSize(Number(event.currentTarget.value));
        }}
      >
        {METER_SIZES.map((entry) => (
          <option key={entry.millimetres} value={entry.millimetres}>
            {t('tariff.sizeOf', entry)}
          </option>
        ))}
      </select>
      <p className="tp-hint" id="ukuran-hint">
        {t('tariff.sizeHint')}
      </p>
      <label className="tp-label" htmlFor="pemakaian">
        {t('tariff.usage')}
      </label>
      <input
        id="pemakaian"
        className="tp-input"
        inputMode="numeric"
        autoComplete="off"
        value={usage}
        aria-invalid={wrong}
        aria-describedby="pemakaian-hint"
        onChange={(event) => {
          setUsage(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <p className={wrong ? classes.wrong : 'tp-hint'} id="pemakaian-hint" role={wrong ? 'alert' : undefined}>
        {t(wrong ? 'tariff.usageWrong' : 'tariff.usageHint')}
      </p>
      <button type="submit" className="tp-button" aria-disabled={busy}>
        {t(busy ? 'tariff.working' : 'tariff.calculate')}
      </button>
    </form>
  );
}
