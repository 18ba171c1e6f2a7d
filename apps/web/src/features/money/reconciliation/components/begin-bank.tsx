import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { OverviewDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { useUtility } from '../../../../lib/reference-data';
import { TermsDialog } from './terms-dialog';

/** From which day somebody's statements are reconciled, and when its days end: without it none of its files is taken. */
export function BeginBank({ bank }: { bank: OverviewDto['banks'][number] }) {
  const { t } = useTranslation('reconciliation');
  const [opened, { open, close }] = useDisclosure(false);
  const utility = useUtility();
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('begin.of', { bank: bank.bank_name })}
        onClick={open}
      >
        {t('begin.title')}
      </Button>
      {opened && <TermsDialog bank={bank} from={utility.data?.business_date ?? ''} onClose={close} />}
    </>
  );
}
