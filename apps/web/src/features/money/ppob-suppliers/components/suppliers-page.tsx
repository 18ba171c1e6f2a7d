import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { Split } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useSuppliers } from '../api/suppliers-api';
import { SandboxFaults } from './sandbox-faults';
import { SupplierCard } from './supplier-card';

/** Who delivers what we sell, and how they do. */
export function SuppliersPage() {
  const { t } = useTranslation('ppob-suppliers');
  const query = useSuppliers();
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      {query.isError && !query.data && (
        <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isPending && <DetailSkeleton />}
      {query.data && (
        <Split>
          <Stack>
            {query.data.length === 0 && <EmptyMessage icon="link" title={t('empty')} hint={t('emptyHint')} />}
            {query.data.map((supplier) => (
              <SupplierCard key={supplier.id} supplier={supplier} />
            ))}
          </Stack>
          <SandboxFaults />
        </Split>
      )}
    </>
  );
}
