import { Pagination, Text, UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadingDto } from '@tirtapay/api-client';
import { formatNumber } from '../../../../lib/format';
import classes from './verification.module.css';

export const PAGE_SIZE = 50;

interface QueueListProps {
  rows: ReadingDto[];
  total: number;
  page: number;
  chosenId: number;
  onChoose: (id: number) => void;
  onPage: (page: number) => void;
}

export function QueueList({ rows, total, page, chosenId, onChoose, onPage }: QueueListProps) {
  const { t } = useTranslation('verification');
  const { t: common } = useTranslation();
  const chosen = useRef<HTMLLIElement>(null);
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);
  return (
    <nav aria-label={t('queue')} className={classes.queue}>
      <ul className={classes.queueItems}>
        {rows.map((row) => (
          <li key={row.id} ref={row.id === chosenId ? chosen : undefined}>
            <UnstyledButton
              className={classes.queueItem}
              aria-current={row.id === chosenId ? 'true' : undefined}
              onClick={() => {
                onChoose(row.id);
              }}
            >
              <span className={classes.queueName}>
                <Text span size="sm" fw={600} truncate>
                  {row.customer.name}
                </Text>
                <Text span size="xs" c="dimmed">
                  {row.customer.customer_number}
                </Text>
              </span>
              <Text span size="sm" fw={600}>
                {common('word.cubic', { value: formatNumber(row.usage_m3) })}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {total > PAGE_SIZE && (
        <Pagination
          size="xs"
          p="xs"
          total={Math.ceil(total / PAGE_SIZE)}
          value={page}
          onChange={onPage}
          getControlProps={(control) => ({ 'aria-label': common(`list.control.${control}`) })}
          getItemProps={(item) => ({ 'aria-label': common('list.goToPage', { page: item }) })}
        />
      )}
    </nav>
  );
}
