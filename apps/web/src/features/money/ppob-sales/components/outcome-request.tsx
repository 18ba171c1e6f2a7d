import { Alert, Anchor, Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { SaleDto, SaleStoryDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { usePermission } from '../../../../lib/use-permission';
import { useOpenOutcome } from '../api/sales-api';
import { OutcomeDialog } from './outcome-dialog';

/** Where the supplier has the order and has not said how it ended: somebody may know it by another way. */
export function OutcomeRequest({ sale, story }: { sale: SaleDto; story: SaleStoryDto }) {
  const { t } = useTranslation('ppob-sales');
  const [opened, { open, close }] = useDisclosure(false);
  const asks = usePermission('ppob.manage');
  const underWay = story.stage === 'SENT' || story.stage === 'UNKNOWN';
  const waiting = useOpenOutcome(sale.id, usePermission('approval.read') && underWay);
  if (!underWay) return null;
  if (waiting.data !== undefined)
    return (
      <Alert color="blue" variant="light" icon={<Icon name="clock" />} title={t('settle.waiting')}>
        <Text size="sm">{waiting.data.summary}</Text>
        <Anchor component={Link} size="sm" to="/approvals">
          {t('settle.seeApprovals')}
        </Anchor>
      </Alert>
    );
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
