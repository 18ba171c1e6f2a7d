import type { PublicQuoteBody, PublicTariffDto } from '@tirtapay/api-client';
import { TARIFF_GROUPS, type WholeNumberProblem } from '@tirtapay/domain';
import type { SubmitEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import pieces from '../pieces/pieces.module.css';
import { METER_SIZES, typedUsage } from './tariff-question';
import classes from './tariff.module.css';

interface TariffFormProps {
  tariffs: PublicTariffDto[];
  busy: boolean;
  onChange: () => void;
  onAsk: (question: PublicQuoteBody) => void;
}

export function TariffForm({ tariffs, busy, onChange, onAsk }: TariffFormProps) {
  const { t } = useTranslation('public-info');
  const { t: common } = useTranslation();
  // Most who come here are households.
  const [code, setCode] = useState(
    () => (tariffs.find((tariff) => tariff.kelompok === 'II') ?? tariffs[0])?.code ?? '',
  );
  const [usage, setUsage] = useState('');
  const [size, setSize] = useState<number>(METER_SIZES[0].millimetres);
  const [wrong, setWrong] = useState<WholeNumberProblem>();
  const field = useRef<HTMLInputElement>(null);
  const words = (problem: WholeNumberProblem) =>
    problem === 'EMPTY' || problem === 'TOO_LARGE' ? t('tariff.usageWrong') : common(`number.${problem}`);
  const ask = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedUsage(usage);
    if ('problem' in typed) {
      setWrong(typed.problem);
      field.current?.focus();
    } else if (!busy) onAsk({ tariff_code: code, usage_m3: typed.usage, meter_size_mm: size });
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
        {TARIFF_GROUPS.map((group) => {
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
        ref={field}
        id="pemakaian"
        className="tp-input"
        inputMode="numeric"
        autoComplete="off"
        value={usage}
        aria-invalid={wrong !== undefined}
        aria-describedby="pemakaian-hint"
        onChange={(event) => {
          setUsage(event.currentTarget.value);
          setWrong(undefined);
        }}
      />
      <p className={wrong ? classes.wrong : 'tp-hint'} id="pemakaian-hint" role={wrong ? 'alert' : undefined}>
        {wrong ? words(wrong) : t('tariff.usageHint')}
      </p>
      <button type="submit" className="tp-button" aria-disabled={busy}>
        {t(busy ? 'tariff.working' : 'tariff.calculate')}
      </button>
    </form>
  );
}
