import { Button, Group, TextInput, Text } from '@mantine/core';
import { normalizeCustomerNumber } from '@tirtapay/domain';
import { useQueryStates } from 'nuqs';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PeriodInput } from '../../../../components/form/period-input';
import { addressParser } from '../../../../components/list-page/address-parser';
import { customerCodec, periodCodec } from '../../../../components/list-page/list-codecs';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { ApiProblem } from '../../../../lib/api-problem';
import { useWorkPeriod } from '../../../../lib/reference-data';
import { useReadingContext } from '../api/readings-api';
import classes from './reading-entry.module.css';
import { StandForm } from './stand-form';

/** Number → customer → stand → price → save & next, without touching the mouse. */
export function ReadingEntryPage() {
  const { t } = useTranslation('readings');
  const input = useRef<HTMLInputElement>(null);
  const [address, setAddress] = useQueryStates(
    { customer: addressParser(customerCodec), period: addressParser(periodCodec) },
    { history: 'replace', shallow: false },
  );
  const [typed, setTyped] = useState(address.customer ?? '');
  const [wrong, setWrong] = useState<string>();
  const [saved, setSaved] = useState(0);
  const usual = useWorkPeriod();
  const period = address.period ?? usual;
  const context = useReadingContext(address.customer, period);
  const missing = context.error instanceof ApiProblem && context.error.status === 404;

  useEffect(() => {
    if (address.customer === null) input.current?.focus();
  }, [address.customer]);

  const find = () => {
    const number = normalizeCustomerNumber(typed);
    setWrong(number.ok ? undefined : t(`entry.invalid.${number.reason}`));
    if (number.ok) void setAddress({ customer: number.value });
  };
  const next = () => {
    setTyped('');
    void setAddress({ customer: null });
    input.current?.focus();
  };

  return (
    <div className={classes.page}>
      <PageHeader title={t('entry.title')} hint={t('entry.hint')} />
      <Panel>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            find();
          }}
        >
          <Group align="flex-end" gap="sm">
            <TextInput
              ref={input}
              className={classes.number}
              size="md"
              label={t('entry.number')}
              description={t('entry.numberHint')}
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              error={wrong ?? (missing ? t('entry.notFound') : undefined)}
              onChange={(event) => {
                setTyped(event.currentTarget.value);
                setWrong(undefined);
              }}
            />
            <Button type="submit" size="md">
              {t('entry.find')}
            </Button>
            <PeriodInput
              className={classes.period}
              value={period}
              onChange={(value) => void setAddress({ period: value === usual ? null : value })}
            />
          </Group>
        </form>
        {saved > 0 && (
          <Text size="sm" c="dimmed" mt="xs" role="status">
            {t('entry.sessionCount', { count: saved })}
          </Text>
        )}
      </Panel>
      {context.isError && !missing && (
        <ProblemPanel error={context.error} onRetry={() => void context.refetch()} />
      )}
      {address.customer !== null && context.isPending && <DetailSkeleton />}
      {address.customer !== null && context.data && !context.isError && (
        <StandForm
          key={`${context.data.customer.id.toString()}-${context.data.period}`}
          context={context.data}
          onSaved={() => {
            setSaved((count) => count + 1);
            next();
          }}
          onLeave={next}
        />
      )}
    </div>
  );
}
