import type { QuestionAskedDto, QuestionBody } from '@tirtapay/api-client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { publicApi } from '../api/call';
import { infoQuery } from '../api/queries';
import { Page } from '../frame/page';
import pieces from '../pieces/pieces.module.css';
import { QuestionForm } from './question-form';
import classes from './question.module.css';

/** A question to the office, for whoever does not want to telephone. */
export function QuestionPage() {
  const { t } = useTranslation('public-info');
  const { data: info } = useQuery(infoQuery);
  const ask = useMutation({
    mutationFn: (body: QuestionBody) => publicApi.post<QuestionAskedDto>('/questions', body),
  });
  return (
    <Page title={t('ask.title')} lead={t('ask.lead')}>
      {ask.data === undefined ? (
        <QuestionForm pending={ask.isPending} error={ask.error} onAsk={ask.mutate} />
      ) : (
        <section className={pieces.card} role="status">
          <h2 className={pieces.cardTitle}>{t('ask.doneTitle')}</h2>
          <p>
            {t('ask.code')}: <strong className={classes.code}>{ask.data.code}</strong>
          </p>
          <p>{t('ask.done')}</p>
          <div className={`${pieces.row} ${classes.ways}`}>
            <button type="button" className={pieces.plain} onClick={ask.reset}>
              {t('ask.another')}
            </button>
            <Link className={pieces.plain} to="/">
              {t('ask.home')}
            </Link>
          </div>
        </section>
      )}
      {info && (
        <p className={`${pieces.dim} ${classes.call}`}>
          {t('ask.orCall', {
            name: info.utility.name,
            phone: info.utility.phone,
            hours: info.utility.hours,
          })}
        </p>
      )}
    </Page>
  );
}
