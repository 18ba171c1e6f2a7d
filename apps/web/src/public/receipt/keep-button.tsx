import type { PublicReceiptDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import pieces from '../pieces/pieces.module.css';
import { canKeep, keepReceipt, readKept } from './kept-receipts';

/** What the offline page needs beyond this one; loading it now puts it into the cache. */
const loadLaterParts = () => Promise.all([import('./saved-page'), import('./verification-qr')]);

export function KeepButton({ token, receipt }: { token: string; receipt: PublicReceiptDto }) {
  const { t } = useTranslation('public-receipt');
  const [state, setState] = useState<'no' | 'busy' | 'kept' | 'failed'>(() =>
    readKept().some((entry) => entry.token === token) ? 'kept' : 'no',
  );
  if (!canKeep()) return null;
  const keep = async () => {
    setState('busy');
    try {
      const { receipt_number, total_amount, posted_at } = receipt;
      await keepReceipt({ token, receipt_number, total_amount, posted_at }, loadLaterParts);
      setState('kept');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      {state !== 'kept' && (
        <button
          type="button"
          className={pieces.plain}
          aria-disabled={state === 'busy'}
          onClick={() => void keep()}
        >
          <Icon name="phone" />
          {t('keep.action')}
        </button>
      )}
      <p role="status" className={pieces.dim}>
        {t(state === 'kept' ? 'keep.kept' : state === 'failed' ? 'keep.failed' : 'keep.hint')}
      </p>
    </>
  );
}
