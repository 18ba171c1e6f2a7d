import { ActionIcon, Indicator, Popover, ScrollArea, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { EmptyMessage } from '../../../../components/page/page-states';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import type { NoticeDto } from '@tirtapay/api-client';
import { formatMoment } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { markRead, useNotices } from '../api/notices-api';
import classes from './notices-bell.module.css';

export function NoticesBell() {
  const { t } = useTranslation('notices');
  const navigate = useNavigate();
  const [opened, popover] = useDisclosure(false);
  const notices = useNotices(opened);
  const read = useAction({ perform: markRead });
  const rows = notices.data?.data ?? [];
  const unread = rows.filter((row) => row.read_at === null).length;
  const open = (notice: NoticeDto) => {
    if (notice.read_at === null) read.run(notice.id);
    if (notice.link === null) return;
    popover.close();
    void navigate(notice.link.replace(/^\/admin(?=\/)/, ''));
  };
  return (
    <Popover
      opened={opened}
      onChange={popover.toggle}
      position="bottom-end"
      width={360}
      shadow="md"
      trapFocus
    >
      <Indicator disabled={unread === 0} label={unread} size={16} color="red" offset={5}>
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={unread === 0 ? t('title') : t('unread', { count: unread })}
            onClick={popover.toggle}
          >
            <Icon name="bell" size={20} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} aria-label={t('title')}>
        <Text fw={600} p="sm">
          {t('title')}
        </Text>
        <ScrollArea.Autosize mah={420} viewportProps={{ tabIndex: 0 }}>
          {notices.isError && <ProblemPanel error={notices.error} onRetry={() => void notices.refetch()} />}
          {notices.data && rows.length === 0 && (
            <EmptyMessage icon="bell" title={t('empty')} hint={t('emptyHint')} />
          )}
          <Stack gap={0} component="ul" className={classes.list}>
            {rows.map((notice) => (
              <li key={notice.id}>
                <UnstyledButton
                  className={classes.notice}
                  data-unread={notice.read_at === null || undefined}
                  onClick={() => {
                    open(notice);
                  }}
                >
                  <Text size="sm" fw={notice.read_at === null ? 600 : 400}>
                    {notice.title}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {notice.body}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {formatMoment(notice.created_at)}
                  </Text>
                </UnstyledButton>
              </li>
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
