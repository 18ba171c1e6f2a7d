import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon';
import classes from './list-page.module.css';
import type { SortRule } from './list-codecs';

interface SortHeaderProps {
  title: string;
  name: string;
  sort: SortRule[];
  onSort: (add: boolean) => void;
}

export function SortHeader({ title, name, sort, onSort }: SortHeaderProps) {
  const { t } = useTranslation();
  const position = sort.findIndex((rule) => rule.key === name);
  const rule = sort[position];
  return (
    <UnstyledButton
      className={classes.sort}
      data-active={rule !== undefined || undefined}
      title={t('list.sortHint')}
      onClick={(event) => {
        onSort(event.shiftKey);
      }}
    >
      <span>{title}</span>
      <Icon name={rule === undefined ? 'sort' : rule.descending ? 'down' : 'up'} size={13} />
      {rule !== undefined && sort.length > 1 && <span className={classes.sortRank}>{position + 1}</span>}
    </UnstyledButton>
  );
}
