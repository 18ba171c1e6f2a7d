import { Alert, Anchor, Text } from '@mantine/core';
import type { ApprovalDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { formatMoment } from '../lib/format';
import { Icon } from './icon';

/** What somebody asked for about what is shown and nobody has decided yet, each with the way to it; nothing when nothing waits. */
export function OpenRequests({ requests = [] }: { requests: readonly ApprovalDto[] | undefined }) {
  const { t } = useTranslation();
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
