import { Alert, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { parseAsInteger, useQueryState } from 'nuqs';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { formatMomentExact } from '../../../../lib/format';
import { checkSignature, useLoggedCall } from '../api/signature-api';
import { CheckResult } from './check-result';
import { NOTHING, requestOf, valuesOfCall, valuesOfPaste } from './check-values';
import type { CheckValues } from './check-values';
import classes from './checker.module.css';
import { PasteBox } from './paste-box';
import { RequestForm } from './request-form';

interface CheckerProps {
  initial: CheckValues;
}

function Checker({ initial }: CheckerProps) {
  const { t } = useTranslation('signature-checker');
  const { t: common } = useTranslation();
  const required = (value: string) => (value.trim() === '' ? common('form.required') : null);
  const form = useForm<CheckValues>({
    initialValues: initial,
    validate: { credential: required, method: required, request_target: required },
  });
  const action = useMutation({ mutationFn: (values: CheckValues) => checkSignature(requestOf(values)) });
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (action.isSuccess) result.current?.scrollIntoView({ block: 'start' });
  }, [action.isSuccess, action.data]);
  return (
    <div className={classes.page}>
      <Stack>
        <PasteBox
          onRequest={(request) => {
            form.setValues(valuesOfPaste(request));
            action.reset();
          }}
        />
        <RequestForm
          form={form}
          pending={action.isPending}
          error={action.error}
          onClear={() => {
            form.setValues(NOTHING);
            action.reset();
          }}
          onCheck={(values) => {
            if (!action.isPending) action.mutate(values);
          }}
        />
      </Stack>
      <div ref={result} className={classes.result} role="status" aria-label={t('result')}>
        {action.isSuccess ? (
          <CheckResult
            check={action.data}
            signature={action.variables.signature}
            theirs={action.variables.bank_string}
          />
        ) : (
          <EmptyMessage icon="edit" title={t('nothing')} hint={t('nothingHint')} />
        )}
      </div>
    </div>
  );
}

/** Says where a bank's signature goes wrong. It never shows a secret, nor the signature that would be right. */
export function SignatureCheckerPage() {
  const { t } = useTranslation('signature-checker');
  const [callId] = useQueryState('call', parseAsInteger);
  const call = useLoggedCall(callId);
  const header = <PageHeader title={t('title')} hint={t('hint')} />;
  if (callId === null) {
    return (
      <>
        {header}
        <Checker key="empty" initial={NOTHING} />
      </>
    );
  }
  if (!call.data) {
    return (
      <>
        {header}
        {call.isPending ? (
          <DetailSkeleton />
        ) : (
          <ProblemPanel error={call.error} onRetry={() => void call.refetch()} />
        )}
      </>
    );
  }
  return (
    <>
      {header}
      <Alert variant="light" icon={<Icon name="log" />} mb="md" title={t('fromLog.title')}>
        {t('fromLog.body', { at: formatMomentExact(call.data.received_at) })}
      </Alert>
      <Checker key={callId} initial={valuesOfCall(call.data)} />
    </>
  );
}
