import { useMutation, useQuery } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { publicApi } from '../api/call';
import { tariffsQuery } from '../api/queries';
import type { PublicTariff, TariffQuote } from '../api/types';
import { SheetLines } from '../bill/sheet-lines';
import { Page } from '../frame/page';
import { CardsWait } from '../frame/page-wait';
import pieces from '../pieces/pieces.module.css';
import { ProblemCard } from '../pieces/problem-card';
import { TariffTable } from './tariff-table';
import classes from './tariff.module.css';
import { isUsage, meterSizes } from './tariff-question';

/** What would a month of so many cubic metres cost, and by which decree? */
export function TariffPage() {
  const { t } = useTranslation('public-info');
  const { data, error, refetch } = useQuery(tariffsQuery);
  return (
    <Page title={t('tariff.title')} lead={t('tariff.lead')}>
      {data ? (
        data.length === 0 ? (
          <p className={pieces.card}>{t('tariff.none')}</p>
        ) : (
          <Calculator tariffs={data} />
        )
      ) : error ? (
        <ProblemCard error={error} onRetry={() => void refetch()} />
      ) : (
        <CardsWait />
      )}
    </Page>
  );
}

function Calculator({ tariffs }: { tariffs: PublicTariff[] }) {
  const { t } = useTranslation('public-info');
  const [code, setCode] = useState(tariffs[0]?.code ?? '');
  const [usage, setUsage] = useState('');
  const [size, setSize] = useState('');
  const [wrong, setWrong] = useState(false);
  const tariff = tariffs.find((entry) => entry.code === code);
  const sizes = tariff ? meterSizes(tariff) : [];
  const quote = useMutation({
    mutationFn: (question: { tariff_code: string; usage_m3: number; meter_size_mm?: number }) =>
      publicApi.post<TariffQuote>('/tariff-quote', question),
  });
  const { data: answer } = quote;
  const ask = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fine = isUsage(usage);
    setWrong(!fine);
    if (!fine || quote.isPending) return;
    const chosenSize = Number(size || sizes[0]);
    quote.mutate({
      tariff_code: code,
      usage_m3: Number(usage),
      ...(sizes.length > 0 && { meter_size_mm: chosenSize }),
    });
  };
  return (
    <div className={classes.layout}>
      <div className={pieces.stack}>
        <form className={`${pieces.card} ${classes.form}`} onSubmit={ask} noValidate>
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
              setSize('');
              quote.reset();
            }}
          >
            {tariffs.map((entry) => (
              <option key={entry.code} value={entry.code}>
                {entry.code} – {entry.name}
              </option>
            ))}
          </select>
          <p className="tp-hint" id="golongan-hint">
            {t('tariff.categoryHint')}
          </p>
          {sizes.length > 0 && (
            <>
              <label className="tp-label" htmlFor="ukuran">
                {t('tariff.size')}
              </label>
              <select
                id="ukuran"
                className={classes.select}
                value={size || String(sizes[0])}
                onChange={(event) => {
                  setSize(event.currentTarget.value);
                }}
              >
                {sizes.map((millimetres) => (
                  <option key={millimetres} value={millimetres}>
                    {t('tariff.sizeOf', { size: millimetres })}
                  </option>
                ))}
              </select>
            </>
          )}
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
          <p
            className={wrong ? classes.wrong : 'tp-hint'}
            id="pemakaian-hint"
            role={wrong ? 'alert' : undefined}
          >
            {t(wrong ? 'tariff.usageWrong' : 'tariff.usageHint')}
          </p>
          <button type="submit" className="tp-button" aria-disabled={quote.isPending}>
            {t(quote.isPending ? 'tariff.working' : 'tariff.calculate')}
          </button>
        </form>
        {quote.error && <ProblemCard error={quote.error} />}
      </div>
      <div className={pieces.stack}>
        <div role="status">
          {answer && (
            <section className={pieces.card} aria-labelledby="hasil">
              <h2 id="hasil">{t('tariff.result', { usage: answer.usage_m3 })}</h2>
              <SheetLines caption={t('tariff.caption')} lines={answer.lines} total={answer.total} />
              <p className={`${pieces.dim} ${classes.basis}`}>
                {t('tariff.basis', { basis: answer.tariff_version.legal_basis })}
              </p>
              <p className={pieces.dim}>{t('tariff.without')}</p>
            </section>
          )}
        </div>
        {tariff && <TariffTable tariff={tariff} />}
      </div>
    </div>
  );
}
