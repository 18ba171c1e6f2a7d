import type { PublicQuoteBody, QuoteDto } from '@tirtapay/api-client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPeriod } from '../../lib/format';
import { publicApi } from '../api/call';
import { tariffsQuery } from '../api/queries';
import { SheetLines } from '../bill/sheet-lines';
import { Page } from '../frame/page';
import { CardsWait } from '../frame/page-wait';
import pieces from '../pieces/pieces.module.css';
import { ProblemCard } from '../pieces/problem-card';
import { TariffForm } from './tariff-form';
import classes from './tariff.module.css';

/** What would a month of so many cubic metres cost, and by which decree? */
export function TariffPage() {
  const { t } = useTranslation('public-info');
  const { data: tariffs, error, refetch } = useQuery(tariffsQuery);
  const quote = useMutation({
    mutationFn: (question: PublicQuoteBody) => publicApi.post<QuoteDto>('/tariff-quote', question),
  });
  const { data: answer } = quote;
  return (
    <Page title={t('tariff.title')} lead={t('tariff.lead')}>
      {!tariffs ? (
        error ? (
          <ProblemCard error={error} onRetry={() => void refetch()} />
        ) : (
          <CardsWait />
        )
      ) : tariffs.length === 0 ? (
        <p className={pieces.card}>{t('tariff.none')}</p>
      ) : (
        <div className={classes.layout}>
          <TariffForm
            tariffs={tariffs}
            busy={quote.isPending}
            onChange={quote.reset}
            onAsk={(question) => {
              quote.mutate(question);
            }}
          />
          <div className={pieces.stack} role="status">
            {quote.error && <ProblemCard error={quote.error} />}
            {answer && (
              <section className={pieces.card} aria-labelledby="hasil">
                <h2 id="hasil">{t('tariff.result', { usage: formatNumber(answer.usage_m3) })}</h2>
                <SheetLines caption={t('tariff.caption')} lines={answer.lines} total={answer.total} />
                <p className={`${pieces.dim} ${classes.basis}`}>
                  {t('tariff.basis', {
                    basis: answer.tariff_version.legal_basis,
                    date: formatPeriod(answer.tariff_version.valid_from),
                  })}
                </p>
                <p className={pieces.dim}>{t('tariff.without')}</p>
              </section>
            )}
          </div>
        </div>
      )}
    </Page>
  );
}
