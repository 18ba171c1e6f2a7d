import { Text } from '@mantine/core';
import type { BankDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { INSTRUCTION_CHANNELS } from '@tirtapay/domain';
import { channelName } from '../../../../lib/channel-name';
import { formatMoney, formatNumber } from '../../../../lib/format';
import { channelTitle } from './channel-title';
import classes from './banks.module.css';
import type { SettingsChange } from './settings-values';

interface Row {
  label: string;
  before: string;
  after: string;
}

/** What is different, in the words of the form; instructions by channel. */
function useRows(bank: BankDto, change: SettingsChange): Row[] {
  const { t } = useTranslation('banks');
  const { t: common } = useTranslation();
  const none = t('settings.none');
  const list = (values: readonly string[]) => (values.length === 0 ? none : values.join(', '));
  const channelNames = (values: readonly string[]) => list(values.map(channelName));
  const hours = (start?: string | null, end?: string | null) =>
    start == null || end == null ? t('facts.cutoffNone') : `${start}–${end}`;
  const rows: Row[] = [];
  const add = (label: string, before: string, after: string) => rows.push({ label, before, after });
  if (change.allowed_cidrs)
    add(t('settings.addresses'), list(bank.allowed_cidrs), list(change.allowed_cidrs));
  if (change.admin_fee !== undefined)
    add(t('settings.fee'), formatMoney(bank.admin_fee), formatMoney(change.admin_fee));
  if (change.qris_admin_fee !== undefined)
    add(t('settings.qrisFee'), formatMoney(bank.qris_admin_fee), formatMoney(change.qris_admin_fee));
  if (change.rate_limit_per_second !== undefined)
    add(
      t('settings.rate'),
      formatNumber(bank.rate_limit_per_second),
      formatNumber(change.rate_limit_per_second),
    );
  if (change.cutoff_start !== undefined)
    add(
      t('settings.cutoff'),
      hours(bank.cutoff_start, bank.cutoff_end),
      hours(change.cutoff_start, change.cutoff_end),
    );
  if (change.va_prefix !== undefined)
    add(t('settings.prefix'), bank.va_prefix ?? none, change.va_prefix ?? none);
  if (change.channels)
    add(t('settings.channels'), channelNames(bank.channels), channelNames(change.channels));
  if (change.instructions) {
    for (const channel of INSTRUCTION_CHANNELS) {
      for (const language of ['id', 'en'] as const) {
        const [before, after] = [bank.instructions, change.instructions].map(
          (all) => all[channel]?.[language].join('\n') ?? '',
        );
        if (before === after) continue;
        add(
          `${t('settings.instructions')}: ${channelTitle(t, channel)} (${common(`language.${language}`)})`,
          before || none,
          after || none,
        );
      }
    }
  }
  return rows;
}

/** A change of settings beside what it replaces. */
export function SettingsChangeList({ bank, change }: { bank: BankDto; change: SettingsChange }) {
  const { t } = useTranslation('banks');
  const rows = useRows(bank, change);
  return (
    <ul className={classes.changes} aria-label={t('settings.changeCaption')}>
      {rows.map((row) => (
        <li key={row.label}>
          <Text size="sm" fw={600}>
            {row.label}
          </Text>
          <div className={classes.pair}>
            <div>
              <Text size="xs" c="dimmed">
                {t('settings.before')}
              </Text>
              <Text size="sm">{row.before}</Text>
            </div>
            <div>
              <Text size="xs" c="dimmed">
                {t('settings.after')}
              </Text>
              <Text size="sm" fw={600}>
                {row.after}
              </Text>
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
