import { Drawer } from '@mantine/core';
import { parseAsInteger, useQueryState } from 'nuqs';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyMessage } from './page/page-states';

interface DetailDrawerProps {
  title: string;
  /** Nothing when the list does not hold that row. */
  children: (id: number) => ReactNode;
}

/** One row of the list beside it. Its number stands in the address as `?detail=`, so it can be linked to. */
export function DetailDrawer({ title, children }: DetailDrawerProps) {
  const { t } = useTranslation();
  const [id, setId] = useQueryState(
    'detail',
    parseAsInteger.withOptions({ history: 'push', shallow: false }),
  );
  return (
    <Drawer
      opened={id !== null}
      onClose={() => void setId(null)}
      position="right"
      size="lg"
      title={title}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {/* The next row is another one: nothing that was typed, shown or refused there is its own. */}
      {id !== null && (
        <Fragment key={id}>
          {children(id) ?? (
            <EmptyMessage icon="search" title={t('list.notHere')} hint={t('list.notHereHint')} />
          )}
        </Fragment>
      )}
    </Drawer>
  );
}
