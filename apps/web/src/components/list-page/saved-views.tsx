import { Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ListViewDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../lib/use-action';
import { usePermission } from '../../lib/use-permission';
import { Icon } from '../icon';
import { ProblemPanel } from '../page/problem-panel';
import classes from './list-page.module.css';
import type { ListPreferences } from './list-preferences';
import { SaveViewDialog } from './save-view-dialog';
import { removeView, useListViews } from './saved-views-api';
import type { ListState } from './use-list-state';
import { ToolButton } from './tool-button';

interface SavedViewsProps {
  list: string;
  state: Pick<ListState, 'view' | 'showView'>;
  preferences: ListPreferences;
}

function ViewItem({ view, onApply }: { view: ListViewDto; onApply: (view: ListViewDto) => void }) {
  const { t } = useTranslation();
  const removal = useAction({
    perform: removeView,
    done: () => t('views.removed', { name: view.name }),
  });
  return (
    <>
      {removal.isError && <ProblemPanel error={removal.error} />}
      <div className={classes.viewItem}>
        <Menu.Item
          onClick={() => {
            onApply(view);
          }}
          rightSection={view.role === null ? null : <small>{view.mine ? t('views.byMe') : view.owner}</small>}
        >
          {view.name}
        </Menu.Item>
        {view.can_change && (
          <Menu.Item
            className={classes.viewRemove}
            closeMenuOnClick={false}
            disabled={removal.isPending}
            aria-label={t('views.remove', { name: view.name })}
            onClick={() => {
              removal.run(view.id);
            }}
          >
            <Icon name="close" size={14} />
          </Menu.Item>
        )}
      </div>
    </>
  );
}

/** Filters, order and columns under a name: one's own, and those shared with the role. */
export function SavedViews({ list, state, preferences }: SavedViewsProps) {
  const { t } = useTranslation();
  const [saving, dialog] = useDisclosure(false);
  const mayShare = usePermission('view.share');
  const views = useListViews(list).data ?? [];
  const own = views.filter((view) => view.role === null);
  const shared = views.filter((view) => view.role !== null);
  const apply = (view: ListViewDto) => {
    preferences.restore(view.columns);
    state.showView(view.address);
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal shadow="md" width={280}>
        <Menu.Target>
          <ToolButton icon="bookmark" label={t('views.title')} />
        </Menu.Target>
        <Menu.Dropdown>
          {own.length > 0 && <Menu.Label>{t('views.own')}</Menu.Label>}
          {own.map((view) => (
            <ViewItem key={view.id} view={view} onApply={apply} />
          ))}
          {shared.length > 0 && <Menu.Label>{t('views.shared')}</Menu.Label>}
          {shared.map((view) => (
            <ViewItem key={view.id} view={view} onApply={apply} />
          ))}
          {views.length === 0 && <Menu.Label>{t('views.none')}</Menu.Label>}
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="plus" size={16} />} onClick={dialog.open}>
            {t('views.save')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {saving && (
        <SaveViewDialog
          list={list}
          address={state.view}
          columns={preferences.text}
          views={views}
          mayShare={mayShare}
          onClose={dialog.close}
        />
      )}
    </>
  );
}
