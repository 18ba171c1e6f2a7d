import { Button, Select, Text, TextInput } from '@mantine/core';
import type { ErrorEntryDto } from '@tirtapay/api-client';
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useErrorCatalogue } from '../api/developer-api';
import { searchCatalogue } from './catalogue-search';
import classes from './developer.module.css';
import { ErrorEntry } from './error-entry';

const AUDIENCES = ['bank', 'partner', 'staff', 'public'] as const;
const FILTER = {
  q: parseAsString.withDefault(''),
  audience: parseAsStringLiteral(AUDIENCES),
  retry: parseAsBoolean,
};

function Catalogue({ entries }: { entries: ErrorEntryDto[] }) {
  const { t } = useTranslation('developer');
  const { hash } = useLocation();
  const [filter, setFilter] = useQueryStates(FILTER, { history: 'replace' });
  const shown = searchCatalogue(entries, {
    text: filter.q,
    audience: filter.audience,
    retry: filter.retry,
  });
  useEffect(() => {
    // A link to a code arrives before the catalogue does.
    if (hash !== '') document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [hash]);
  return (
    <>
      <div className={classes.filters}>
        <TextInput
          className={classes.search}
          type="search"
          label={t('catalogue.search')}
          leftSection={<Icon name="search" size={16} />}
          value={filter.q}
          onChange={(event) => void setFilter({ q: event.currentTarget.value || null })}
        />
        <Select
          label={t('catalogue.audience')}
          placeholder={t('catalogue.all')}
          clearable
          value={filter.audience}
          onChange={(value) => void setFilter({ audience: AUDIENCES.find((name) => name === value) ?? null })}
          data={AUDIENCES.map((value) => ({ value, label: t(`catalogue.audiences.${value}`) }))}
        />
        <Select
          label={t('catalogue.retry')}
          placeholder={t('catalogue.all')}
          clearable
          value={filter.retry === null ? null : String(filter.retry)}
          onChange={(value) => void setFilter({ retry: value === null ? null : value === 'true' })}
          data={[
            { value: 'true', label: t('catalogue.retryYes') },
            { value: 'false', label: t('catalogue.retryNo') },
          ]}
        />
      </div>
      <Text size="sm" c="dimmed" mb="sm" role="status">
        {t('catalogue.count', { count: shown.length })}
      </Text>
      {shown.length === 0 ? (
        <EmptyMessage icon="search" title={t('catalogue.none')} hint={t('catalogue.noneHint')}>
          <Button
            variant="default"
            mt="sm"
            onClick={() => void setFilter({ q: null, audience: null, retry: null })}
          >
            {t('catalogue.clear')}
          </Button>
        </EmptyMessage>
      ) : (
        <ul className={classes.entries}>
          {shown.map((entry) => (
            <ErrorEntry key={entry.code} entry={entry} />
          ))}
        </ul>
      )}
    </>
  );
}

/** Every code the API can answer; the search stands in the address, so that an answer to a bank can be a link. */
export function ErrorCataloguePage() {
  const { t } = useTranslation('developer');
  const query = useErrorCatalogue();
  return (
    <>
      <PageHeader
        title={t('catalogue.title')}
        hint={t('catalogue.hint')}
        back={{ to: '/developer', label: t('title') }}
      />
      {query.isError && <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <DetailSkeleton />}
      {query.data && <Catalogue entries={query.data} />}
    </>
  );
}
