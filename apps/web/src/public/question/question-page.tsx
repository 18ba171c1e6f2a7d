import type { QuestionAskedDto, QuestionBody } from '@tirtapay/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { publicApi } from '../api/call';
import { Page } from '../frame/page';
import pieces from '../pieces/pieces.module.css';
import { QuestionForm } from './question-form';
import classes from './question.module.css';

/** A question to the office, for whoever does not want to telephone. */
export function QuestionPage() {
  const { t } = useTranslation('public-info');
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
          <p className={classes.code}>{ask.data.code}</p>
          <p>{t('ask.done', { code: ask.data.code })}</p>
          <div className={pieces.row}>
            <button type="button" className={pieces.plain} onClick={ask.reset}>
              {t('ask.another')}
            </button>
            <Link className={pieces.plain} to="/">
              {t('ask.home')}
            </Link>
          </div>
        </section>
      )}
    </Page>
  );
}
