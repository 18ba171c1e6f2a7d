import type { ComponentType } from 'react';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { loadWords } from '../i18n';
import { CheckPage } from './check/check-page';
import { NotFound } from './frame/not-found';
import { PageBoundary } from './frame/page-boundary';
import { PageWait } from './frame/page-wait';
import { PublicFrame } from './frame/public-frame';

/** A page and its words travel together and only when somebody goes there. */
function page(words: string, load: () => Promise<ComponentType>) {
  return lazy(async () => {
    const [component] = await Promise.all([load(), loadWords([words])]);
    return { default: component };
  });
}

const BillPage = page('public-pay', async () => (await import('./bill/bill-page')).BillPage);
const MethodPage = page('public-pay', async () => (await import('./method/method-page')).MethodPage);
const TellerPage = page('public-pay', async () => (await import('./teller/teller-page')).TellerPage);
const IntentPage = page('public-pay', async () => (await import('./intent/intent-page')).IntentPage);
const HistoryPage = page('public-history', async () => (await import('./history/history-page')).HistoryPage);
const ReceiptPage = page('public-receipt', async () => (await import('./receipt/receipt-page')).ReceiptPage);
const SavedPage = page('public-receipt', async () => (await import('./receipt/saved-page')).SavedPage);
const VerifyPage = page('public-receipt', async () => (await import('./receipt/verify-page')).VerifyPage);
const TariffPage = page('public-info', async () => (await import('./tariff/tariff-page')).TariffPage);
const PrivacyPage = page('public-info', async () => (await import('./privacy/privacy-page')).PrivacyPage);

/** The pages without a log-in. */
export function PublicPages() {
  return (
    <PublicFrame>
      <PageBoundary>
        <Suspense fallback={<PageWait />}>
          <Routes>
            <Route path="/" element={<CheckPage />} />
            <Route path="/t/:token" element={<BillPage />} />
            <Route path="/t/:token/bayar" element={<MethodPage />} />
            <Route path="/t/:token/loket/:bank" element={<TellerPage />} />
            <Route path="/t/:token/riwayat" element={<HistoryPage />} />
            <Route path="/s/:token" element={<IntentPage />} />
            <Route path="/bukti" element={<SavedPage />} />
            <Route path="/bukti/:token" element={<ReceiptPage />} />
            <Route path="/v/:code" element={<VerifyPage />} />
            <Route path="/tarif" element={<TariffPage />} />
            <Route path="/privasi" element={<PrivacyPage />} />
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Suspense>
      </PageBoundary>
    </PublicFrame>
  );
}
