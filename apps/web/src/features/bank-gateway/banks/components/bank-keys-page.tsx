import { Button, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { BankDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { useOutletContext } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { EmptyMessage } from '../../../../components/page/page-states';
import { usePermission } from '../../../../lib/use-permission';
import { useOpenRequests } from '../../../../lib/use-open-requests';
import { requestKey } from '../api/banks-api';
import { KeyCard } from './key-card';
import { NewKeyDialog } from '../../../../components/credentials/new-key-dialog';
import { RevokedKeys } from './revoked-keys';
import { SnapPartners } from './snap-partners';

/** The keys of a bank: what a second person approves, what is shown once, what is closed at once. */
export function BankKeysPage() {
  const { t } = useTranslation('banks');
  const bank = useOutletContext<BankDto>();
  const mayManage = usePermission('bank.manage');
  const [asking, dialog] = useDisclosure(false);
  const requests = useOpenRequests({ subjects: [`bank_integration/${String(bank.id)}`] }).data ?? [];
  const blocked = requests.some(({ kind }) => kind === 'bank_key');
  const active = bank.keys.filter(({ status }) => status === 'ACTIVE');
  const add = mayManage && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={dialog.open} disabled={blocked}>
      {t('keys.add')}
    </Button>
  );
  return (
    <Stack>
      <div>
        <Title order={2} size="h4">
          {t('keys.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('keys.hint')}
        </Text>
      </div>
      {active.length > 0 && add && <div>{add}</div>}
      {blocked && mayManage && (
        <Text size="sm" c="dimmed">
          {t('requests.blocked')}
        </Text>
      )}
      {active.length === 0 && (
        <EmptyMessage icon="key" title={t('keys.empty')} hint={t('keys.emptyHint')}>
          {add}
        </EmptyMessage>
      )}
      {active.map((key) => (
        <KeyCard key={key.id} bank={bank} bankKey={key} blocked={blocked} />
      ))}
      <SnapPartners bank={bank} blocked={blocked} />
      <RevokedKeys keys={bank.keys.filter(({ status }) => status === 'REVOKED')} />
      <NewKeyDialog
        request={(body) => requestKey({ bankId: bank.id, ...body })}
        opened={asking}
        onClose={dialog.close}
      />
    </Stack>
  );
}
