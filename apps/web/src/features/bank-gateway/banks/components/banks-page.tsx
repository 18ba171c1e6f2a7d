import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { PanelGrid } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useBanks } from '../api/banks-api';
import { usePermission } from '../../../../lib/use-permission';
import { BankCard } from './bank-card';
import { NewBankDialog } from './new-bank-dialog';

/** Every bank with its light. A utility works with a handful, so all of them stand on one page. */
export function BanksPage() {
  const { t } = useTranslation('banks');
  const query = useBanks();
  const mayManage = usePermission('bank.manage');
  const [adding, dialog] = useDisclosure(false);
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          mayManage && (
            <Button leftSection={<Icon name="plus" size={16} />} onClick={dialog.open}>
              {t('newBank.open')}
            </Button>
          )
        }
      />
      {adding && <NewBankDialog onClose={dialog.close} />}
      {query.isError && <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <DetailSkeleton />}
      {query.data?.length === 0 && <EmptyMessage icon="bank" title={t('empty')} hint={t('emptyHint')} />}
      {query.data && query.data.length > 0 && (
        <PanelGrid min={360}>
          {query.data.map((bank) => (
            <BankCard key={bank.id} bank={bank} />
          ))}
        </PanelGrid>
      )}
    </>
  );
}
