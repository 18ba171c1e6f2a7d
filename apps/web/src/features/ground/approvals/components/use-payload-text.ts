import type { ItemDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { channelName } from '../../../../lib/channel-name';
import { formatDate, formatMoney, formatNumber, formatPeriod } from '../../../../lib/format';
import { serviceName } from '../../../../lib/service-name';
import { payloadKind } from './payload-kind';

type Statement = ItemDto['statement'];

/**
 * A value of what was asked for as whoever decides reads it: amounts, days and months written out, and a word for every code.
 * @param statement whose statement a difference is of
 * @returns undefined for what stands as it was sent
 */
export function usePayloadText(statement: Statement | undefined) {
  const { t } = useTranslation('approvals');
  const { t: common } = useTranslation();
  const { t: differences } = useTranslation('reconciliation');
  const party = differences(`party.${statement ?? 'ANY'}`);

  const wordOf = (name: string, value: string): string => {
    const known = (word: string) =>
      word === '' ? t(`detail.values.${value}` as 'detail.values.YES', value) : word;
    switch (name) {
      case 'role':
        return common(`role.${value}` as 'role.KASIR', { defaultValue: value });
      case 'service_code':
        return serviceName(value);
      case 'channels':
        return channelName(value);
      case 'party':
        return party;
      case 'type':
        return known(differences(`type.${value}` as 'type.MATCHED', { party, defaultValue: '' }));
      case 'action':
        return known(differences(`action.${value}` as 'action.CLAIM', { party, defaultValue: '' }));
      default:
        return known('');
    }
  };

  return (name: string, value: unknown): string | undefined => {
    if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string'))
      return value
        .map((one: string) => (name === 'kinds' || name === 'channels' ? wordOf(name, one) : one))
        .join(', ');
    if (typeof value === 'boolean') return t(value ? 'detail.values.YES' : 'detail.values.NO');
    switch (payloadKind(name, value)) {
      case 'MONEY':
        return formatMoney(Number(value));
      case 'BASIS_POINTS':
        return `${formatNumber(Number(value) / 100)}%`;
      case 'PPM':
        return `${formatNumber(Number(value) / 10_000)}%`;
      case 'DAY':
        return formatDate(String(value));
      case 'MONTH':
        return formatPeriod(String(value));
      case 'WORD':
        return wordOf(name, String(value));
      case null:
        return undefined;
    }
  };
}
