import { Alert, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DataTree } from '../../../../components/data-tree';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Fields } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { PrintPaper } from '../../../../components/print/print-paper';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMoment } from '../../../../lib/format';
import { useAge } from '../../../../lib/use-age';
import { payOutSlip, useCase } from '../api/cases-api';
import { CaseAssignment } from './case-assignment';
import { CaseDecision } from './case-decision';
import { CaseLinks, NextStep } from './case-links';
import { CaseTrail } from './case-trail';
import { QuestionAnswer } from './question-answer';
import { hasNoOwner, kindText, storyText } from './case-words';

export function CaseDetail({ id }: { id: number }) {
  const { t } = useTranslation('cases');
  const { t: common } = useTranslation();
  const age = useAge();
  const query = useCase(id);
  if (query.isError && query.data === undefined)
    return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DetailSkeleton />;
  const opened = query.data;
  const open = opened.status === 'OPEN';
  return (
    <Stack>
      <Group justify="space-between" gap="xs">
        <Text fw={650}>{kindText(t, opened.kind)}</Text>
        <StatusBadge kind="case" state={opened.status} />
      </Group>
      <Alert
        variant="light"
        color={open ? 'yellow' : 'gray'}
        icon={<Icon name={open ? 'warning' : 'history'} />}
      >
        {storyText(t, opened)}
      </Alert>
      <NextStep opened={opened} />
      {open && <CaseAssignment opened={opened} />}
      {opened.kind === 'QUESTION' && open && <QuestionAnswer opened={opened} />}
      <CaseDecision opened={opened} />
      {(opened.resolution === 'REFUND' || opened.resolution === 'RETURN') && !open && (
        <PrintPaper name={`pengembalian-${String(id)}.pdf`} label={t('slip')} fetch={() => payOutSlip(id)} />
      )}
      <Fields
        rows={[
          // A doubt or a question holds no money.
          ...(opened.amount === 0
            ? []
            : [
                { label: common('word.amount'), value: <Money amount={opened.amount} /> },
                { label: t('remaining'), value: <Money amount={opened.remaining} /> },
              ]),
          {
            label: common('word.customer'),
            value:
              opened.customer === null
                ? hasNoOwner(opened)
                  ? t('nobody')
                  : '—'
                : `${opened.customer.name} (${opened.customer.customer_number})`,
          },
          { label: common('word.bank'), value: opened.payment?.bank.name ?? '—' },
          { label: common('word.bankReference'), value: opened.payment?.bank_reference ?? '—' },
          ...(opened.due_at === null
            ? []
            : [
                {
                  label: t('due'),
                  value: (
                    <Text span size="sm" {...(opened.overdue && { c: 'red', fw: 600 })}>
                      {formatMoment(opened.due_at)}
                      {opened.overdue && ` (${t('overdue')})`}
                    </Text>
                  ),
                },
              ]),
          {
            label: t('openedAt'),
            value: `${formatMoment(opened.opened_at)}${open ? ` (${age(opened.opened_at)})` : ''}`,
          },
        ]}
      />
      <CaseLinks opened={opened} />
      <div>
        <Text size="sm" fw={600} mb="xs">
          {t('trail.title')}
        </Text>
        <CaseTrail opened={opened} />
      </div>
      <div>
        <Text size="sm" fw={600} mb="xs">
          {t('data')}
        </Text>
        <DataTree data={opened.detail} />
      </div>
    </Stack>
  );
}
