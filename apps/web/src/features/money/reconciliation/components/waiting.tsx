import { Alert, Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';

/** What was asked for waits for its second person; where it is decided. */
export function Waiting({ approval }: { approval: number }) {
  const { t } = useTranslation('reconciliation');
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="inbox" />} mb="md">
      {t('item.waits')}{' '}
      <Anchor component={Link} size="sm" to={`/approvals?detail=${String(approval)}`}>
        {t('item.seeRequest')}
      </Anchor>
    </Alert>
  );
}
