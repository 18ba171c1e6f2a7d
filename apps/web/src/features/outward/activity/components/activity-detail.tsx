import { Anchor, Code, Group, Stack, Table, Text } from '@mantine/core';
import { WideTable } from '../../../../components/wide-table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Fields } from '../../../../components/page/panel';
import type { ActivityDto } from '@tirtapay/api-client';
import { fieldName } from '../../../../lib/field-words';
import { formatMoment } from '../../../../lib/format';
import { actionText, actorText, entityText } from './activity-words';
import { changedFields } from './changed-fields';

/** Who did it, and what it was before and after. */
export function ActivityDetail({ entry }: { entry: ActivityDto }) {
  const { t } = useTranslation('activity');
  const { t: common } = useTranslation();
  const changes = changedFields(entry.before, entry.after);
  return (
    <Stack>
      <Fields
        rows={[
          { label: common('word.time'), value: formatMoment(entry.at) },
          {
            label: t('actor'),
            value:
              entry.actor.id === null ? (
                actorText(t, entry.actor)
              ) : (
                <Anchor component={Link} size="sm" to={`/activity?actor_id=${String(entry.actor.id)}`}>
                  {entry.actor.name}
                </Anchor>
              ),
          },
          {
            label: t('action'),
            value: (
              <Anchor component={Link} size="sm" to={`/activity?action=${encodeURIComponent(entry.action)}`}>
                {actionText(t, entry.action)}
              </Anchor>
            ),
          },
          {
            label: t('entity'),
            value: (
              <Group gap={6}>
                <Anchor
                  component={Link}
                  size="sm"
                  to={`/activity?entity_type=${encodeURIComponent(entry.entity_type)}&entity_id=${encodeURIComponent(entry.entity_id ?? '')}`}
                >
                  {entityText(t, entry.entity_type, entry.entity_id)}
                </Anchor>
              </Group>
            ),
          },
          { label: t('ip'), value: entry.ip ?? '—' },
          { label: t('requestId'), value: entry.request_id === null ? '—' : <Code>{entry.request_id}</Code> },
          { label: t('sealed'), value: t(entry.sealed ? 'sealedYes' : 'sealedNo') },
        ]}
      />
      {changes.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noDiff')}
        </Text>
      ) : (
        <WideTable label={t('detail')} minWidth={380} cards fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('field')}</Table.Th>
              <Table.Th>{t('before')}</Table.Th>
              <Table.Th>{t('after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.map((change) => (
              <Table.Tr key={change.field}>
                <Table.Td>{fieldName(change.field) ?? change.field}</Table.Td>
                <Table.Td>{change.before}</Table.Td>
                <Table.Td>{change.after}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </Stack>
  );
}
