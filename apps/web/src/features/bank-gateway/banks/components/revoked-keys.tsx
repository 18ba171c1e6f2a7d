import type { BankKeyDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Fields } from '../../../../components/page/panel';
import { formatMoment } from '../../../../lib/format';

/** Keys that open nothing any more, folded away: they still explain old lines of the log. */
export function RevokedKeys({ keys }: { keys: BankKeyDto[] }) {
  const { t } = useTranslation('banks');
  if (keys.length === 0) return null;
  return (
    <details>
      <summary>{t('keys.revokedList', { count: keys.length })}</summary>
      <Fields
        rows={keys.map((key) => ({
          label: `${key.label ?? t('keys.unnamed')} · ${key.key_id}`,
          value: key.revoked_at === null ? '—' : t('keys.revokedAt', { at: formatMoment(key.revoked_at) }),
        }))}
      />
    </details>
  );
}
