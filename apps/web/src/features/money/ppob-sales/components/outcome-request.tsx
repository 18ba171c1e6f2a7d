import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { SaleDto, SaleStoryDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { OpenRequests } from '../../../../components/open-requests';
import { useOpenRequests } from '../../../../lib/use-open-requests';
import { usePermission } from '../../../../lib/use-permission';
import { OutcomeDialog } from './outcome-dialog';

/** Where the supplier has the order and has not said how it ended: somebody may know it by another way. */
export function OutcomeRequest({ sale, story }: { sale: SaleDto; story: SaleStoryDto }) {
  const { t } = useTranslation('ppob-sales');
  const [opened, { open, close }] = useDisclosure(false);
  const asks = usePermission('ppob.manage');
  const underWay = story.stage === 'SENT' || story.stage === 'UNKNOWN';
  const waiting = useOpenRequests({
    kind: 'ppob_outcome',
    subjects: [`transactions/${String(sale.id)}`],
    enabled: underWay,
  });
  if (!underWay) return null;
  if (waiting.data !== undefined && waiting.data.length > 0) return <OpenRequests requests={waiting.data} />;
  if (!asks) return null;
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('settle.open')}
      </Button>
      {opened && <OutcomeDialog sale={sale} onClose={close} />}
    </>
  );
}
