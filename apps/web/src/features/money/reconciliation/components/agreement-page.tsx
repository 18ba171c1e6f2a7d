import { Stack, Table, Text } from '@mantine/core';
import type { AgreementDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { Panel, PanelGrid } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { WideTable } from '../../../../components/wide-table';
import { ApiProblem } from '../../../../lib/api-problem';
import { formatDate, formatNumber } from '../../../../lib/format';
import { useAgreement } from '../api/reconciliation-api';
import { Ending } from './ending';
import { Holidays } from './holidays';
import { NewTerms } from './new-terms';
import { OldDays } from './old-days';
import { percentOf } from './percent';
import { Waiting } from './waiting';

function Terms({ agreement }: { agreement: AgreementDto }) {
  const { t } = useTranslation('reconciliation');
  const ofBank = agreement.statement === 'BANK';
  const days = (terms: AgreementDto['terms'][number]) =>
    t(
      terms.settles_saturdays
        ? terms.settles_sundays
          ? 'agreement.everyDay'
          : 'agreement.toSaturday'
        : terms.settles_sundays
          ? 'agreement.notSaturday'
          : 'agreement.toFriday',
    );
  return (
    <WideTable label={t('agreement.terms')} minWidth={ofBank ? 780 : 270} cards>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('begin.from')}</Table.Th>
          <Table.Th>{t('begin.cutoff')}</Table.Th>
          <Table.Th>{t('agreement.days')}</Table.Th>
          {ofBank && (
            <>
              <Table.Th ta="right">{t('agreement.lag')}</Table.Th>
              <Table.Th ta="right">{t('begin.fee')}</Table.Th>
              <Table.Th ta="right">{t('begin.mdr')}</Table.Th>
              <Table.Th>{t('begin.source')}</Table.Th>
              <Table.Th>{t('agreement.own')}</Table.Th>
            </>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {agreement.terms.map((terms) => (
          <Table.Tr key={terms.valid_from}>
            <Table.Td>{formatDate(terms.valid_from)}</Table.Td>
            <Table.Td>{terms.cutoff ?? t('agreement.midnight')}</Table.Td>
            <Table.Td>{days(terms)}</Table.Td>
            {ofBank && (
              <>
                <Table.Td ta="right">{formatNumber(terms.qris_lag_days)}</Table.Td>
                <Table.Td ta="right">
                  {terms.fee_per_payment === null ? (
                    t('agreement.notAgreed')
                  ) : (
                    <Money amount={terms.fee_per_payment} />
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  {terms.mdr_ppm === null ? t('agreement.notAgreed') : `${percentOf(terms.mdr_ppm)}%`}
                </Table.Td>
                <Table.Td>{t(`source.${terms.source}`)}</Table.Td>
                <Table.Td>{t(terms.own_account ? 'agreement.ownYes' : 'agreement.ownNo')}</Table.Td>
              </>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

/** What was agreed with a bank, supplier or partner about its days: terms from a day on, days of rest, and the days before all this began. */
export function AgreementPage() {
  const { t } = useTranslation('reconciliation');
  const query = useAgreement(Number(useParams().id));
  if (query.isError && query.data === undefined) {
    return query.error instanceof ApiProblem && query.error.status === 404 ? (
      <NotFoundPage />
    ) : (
      <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  if (!query.data) return <DetailSkeleton />;
  const agreement = query.data;
  return (
    <>
      <PageHeader
        title={t('agreement.title', { bank: agreement.bank_name })}
        hint={
          agreement.reconcile_from === null
            ? t('agreement.notBegun')
            : t('agreement.since', { date: formatDate(agreement.reconcile_from) })
        }
        back={{ to: '/reconciliation', label: t('overview.title') }}
        actions={<NewTerms agreement={agreement} />}
      />
      <Stack>
        <Panel title={t('agreement.terms')}>
          {agreement.terms_id !== null && <Waiting approval={agreement.terms_id} />}
          {agreement.terms.length === 0 ? (
            <Text size="sm">{t('agreement.notBegun')}</Text>
          ) : (
            <Terms agreement={agreement} />
          )}
        </Panel>
        <PanelGrid min={300}>
          <Holidays agreement={agreement} />
          {agreement.statement === 'BANK' && <OldDays agreement={agreement} />}
          <Ending agreement={agreement} />
        </PanelGrid>
      </Stack>
    </>
  );
}
