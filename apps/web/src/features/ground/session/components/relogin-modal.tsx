import { Anchor, Modal, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { closeSession, useSession } from '../../../../lib/session';
import { LoginForm } from './login-form';

/** The session ended under the hands of somebody: ask for the password over the page, whose work stays as it is. */
export function ReloginModal() {
  const { t } = useTranslation('session');
  const session = useSession();
  const queryClient = useQueryClient();
  if (session.status !== 'expired') return null;
  const other = () => {
    closeSession();
    // Nothing that was asked for by one person is shown to the next.
    queryClient.clear();
  };
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('expiredTitle')}
    >
      <Text size="sm" mb="md">
        {session.takenBy === null ? t('expiredHint') : t('takenHint', { name: session.takenBy })}
      </Text>
      <LoginForm username={session.user.username} onSignedIn={() => void queryClient.invalidateQueries()} />
      <Anchor component="button" type="button" size="sm" mt="md" onClick={other}>
        {t('otherUser')}
      </Anchor>
    </Modal>
  );
}
