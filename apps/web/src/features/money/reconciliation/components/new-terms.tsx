import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { AgreementDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../../../lib/use-permission';
import { TermsDialog } from './terms-dialog';

export function NewTerms({ agreement }: { agreement: AgreementDto }) {
  const { t } = useTranslation('reconciliation');
  const [opened, { open, close }] = useDisclosure(false);
  const mayManage = usePermission('reconciliation.manage');
  if (!mayManage || agreement.terms_id !== null) return null;
  return (
    <>
      <Button onClick={open}>{t(agreement.terms.length === 0 ? 'begin.title' : 'agreement.newTerms')}</Button>
      {opened && <TermsDialog bank={agreement} from="" known={agreement.terms[0]} onClose={close} />}
    </>
  );
}
