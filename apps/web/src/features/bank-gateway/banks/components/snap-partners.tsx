import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { BankDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { usePermission } from '../../../../lib/use-permission';
import { NewPartnerDialog } from './new-partner-dialog';
import { SnapPartnerCard } from './snap-partner-card';

/** What the bank proves itself with when it calls us in the national standard. */
export function SnapPartners({ bank, blocked }: { bank: BankDto; blocked: boolean }) {
  const { t } = useTranslation('banks');
  const mayManage = usePermission('bank.manage');
  const [asking, dialog] = useDisclosure(false);
  return (
    <>
      {bank.snap_partners.map((partner) => (
        <SnapPartnerCard key={partner.id} bank={bank} partner={partner} blocked={blocked} />
      ))}
      {mayManage && (
        <div>
          <Button
            variant="default"
            leftSection={<Icon name="plus" size={16} />}
            disabled={blocked}
            onClick={dialog.open}
          >
            {t('snap.add')}
          </Button>
        </div>
      )}
      {asking && <NewPartnerDialog bankId={bank.id} onClose={dialog.close} />}
    </>
  );
}
