import { Spotlight } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import type { FoundDto } from '@tirtapay/api-client';
import { findAnythingOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { searchForm } from '@tirtapay/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { currentLanguage } from '../../i18n';
import { formatPeriod } from '../../lib/format';
import type { IconName } from '../icon';
import { Icon } from '../icon';
import type { NavigationItem } from './navigation';

const KINDS = [
  { kind: 'CUSTOMER', icon: 'people' },
  { kind: 'BILL', icon: 'bill' },
  { kind: 'RECEIPT', icon: 'print' },
  { kind: 'PAYMENT', icon: 'payment' },
  { kind: 'VIRTUAL_ACCOUNT', icon: 'bank' },
] as const satisfies readonly { kind: FoundDto['kind']; icon: IconName }[];

const PAGES = { CUSTOMER: 'customers', BILL: 'bills', PAYMENT: 'payments' } as const;

/** Long enough for the next letter, short enough not to be noticed. */
const PAUSE_MS = 180;
const LEAST = 2;

function useFound(typed: string) {
  const [asked] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const found = useQuery({
    ...findAnythingOptions({ query: { q: asked } }),
    enabled: asked.length >= LEAST,
  });
  // What was found for other letters is not there any more: Enter must never open what nobody asked for.
  const current = asked === typed.trim();
  return {
    rows: current && asked.length >= LEAST ? (found.data ?? []) : [],
    waiting: typed.trim().length >= LEAST && (!current || found.isPending),
  };
}

/** Ctrl K: pages by name, and customers, bills, payments, receipts and virtual accounts by how they begin. */
export function FindAnything({ items }: { items: readonly NavigationItem[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const language = currentLanguage();
  const [typed, setTyped] = useState('');
  const { rows, waiting } = useFound(typed);
  const wanted = searchForm(typed);
  const pages = items.filter((item) => searchForm(item.title[language]).includes(wanted));
  const detailOf = ({ kind, detail }: FoundDto) => {
    if (detail === null) return undefined;
    if (kind === 'BILL') return formatPeriod(detail);
    if (kind === 'VIRTUAL_ACCOUNT')
      return t(`found.state.${detail}` as 'found.state.PAID', { defaultValue: detail });
    return detail;
  };
  return (
    <Spotlight.Root
      lockScroll={false}
      shortcut="mod + K"
      query={typed}
      onQueryChange={setTyped}
      scrollable
      attributes={{ content: { 'aria-label': t('nav.jump') } }}
      maxHeight={420}
    >
      <Spotlight.Search
        leftSection={<Icon name="search" />}
        placeholder={t('nav.jump')}
        aria-label={t('nav.jump')}
      />
      <Spotlight.ActionsList>
        {KINDS.map(({ kind, icon }) => {
          const own = rows.filter((row) => row.kind === kind);
          return (
            own.length > 0 && (
              <Spotlight.ActionsGroup key={kind} label={t(`found.${kind}`)}>
                {own.map((row) => (
                  <Spotlight.Action
                    key={`${row.opens} ${String(row.id)} ${row.title}`}
                    label={row.title}
                    description={detailOf(row) ?? ''}
                    leftSection={<Icon name={icon} />}
                    onClick={() => void navigate(`/${PAGES[row.opens]}/${String(row.id)}`)}
                  />
                ))}
              </Spotlight.ActionsGroup>
            )
          );
        })}
        {pages.length > 0 && (
          <Spotlight.ActionsGroup label={t('found.PAGE')}>
            {pages.map((item) => (
              <Spotlight.Action
                key={item.to}
                label={item.title[language]}
                leftSection={<Icon name={item.icon} />}
                onClick={() => void navigate(item.to)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {rows.length === 0 && pages.length === 0 && (
          <Spotlight.Empty>{waiting ? t('state.loading') : t('nav.nothing')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
