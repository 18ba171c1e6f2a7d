import { Alert, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApprovalKinds } from '../lib/reference-data';
import { Icon } from './icon';

/** Warns where two people are asked for and fewer than two are there. */
export function TooFewDeciders() {
  const { t } = useTranslation('approvals');
  const { t: common } = useTranslation();
  const lacking = (useApprovalKinds().data ?? []).filter((kind) => kind.too_few);
  if (lacking.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="warning" />} title={t('tooFew.title')} mb="md">
      <Text size="sm" mb={4}>
        {t('tooFew.body')}
      </Text>
      <List size="sm">
        {lacking.map(({ kind, able_people: count, decider_roles: roles }) => (
          <List.Item key={kind}>
            {t('tooFew.row', {
              kind: t(`kinds.${kind}`),
              count,
              roles: roles.map((role) => common(`role.${role}`)).join(', '),
            })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
