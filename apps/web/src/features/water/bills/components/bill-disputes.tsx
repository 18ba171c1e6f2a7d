import { Alert, Anchor, Text } from '@mantine/core';
import type { BillDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { formatDate } from '../../../../lib/format';
import { useDisputesOf } from '../api/disputes-api';

/** Who doubts this bill, or did. */
export function BillDisputes({ bill }: { bill: BillDetailDto }) {
  const { t } = useTranslation('bills');
  const { data = [] } = useDisputesOf(bill.id);
  return data.map((dispute) => (
    <Alert
      key={dispute.id}
      color={dispute.state === 'OPEN' ? 'yellow' : 'gray'}
      variant="light"
      icon={<Icon name={dispute.state === 'OPEN' ? 'warning' : 'history'} />}
      title={t(`dispute.title.${dispute.state}`)}
      mb="md"
    >
      <Text size="sm">{dispute.statement}</Text>
      <Anchor component={Link} to={`/disputes/${String(dispute.id)}`} size="sm">
        {dispute.ticket_number}
        {dispute.state === 'OPEN' && ` · ${t('dispute.answerBy', { date: formatDate(dispute.answer_by) })}`}
      </Anchor>
    </Alert>
  ));
}
