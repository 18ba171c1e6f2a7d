import { Alert, Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { formatMoment } from '../../../../lib/format';
import { useOpenRequests } from '../api/banks-api';

/** What somebody asked for about this bank and nobody has decided yet. */
export function OpenRequests({ bankId }: { bankId: number }) {
  const { t } = useTranslation('banks');
  const requests = useOpenRequests(bankId).data ?? [];
  if (requests.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="inbox" />} title={t('requests.title')} mb="md">
      {requests.map((request) => (
        <Text key={request.id} size="sm" mt={4}>
          <strong>{request.summary}</strong>
          <br />
          {t('requests.by', { name: request.made_by.name, at: formatMoment(request.made_at) })}
          {' · '}
          <Anchor
            component={Link}
            size="sm"
            c="inherit"
            underline="always"
            to={`/approvals?detail=${String(request.id)}`}
          >
            {t('requests.see')}
          </Anchor>
        </Text>
      ))}
    </Alert>
  );
}
