import { Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { CheckPage } from './check/check-page';
import { NotFound } from './frame/not-found';
import { PageBoundary } from './frame/page-boundary';
import { PageWait } from './frame/page-wait';
import { PublicFrame } from './frame/public-frame';
import { LAZY_PAGES } from './lazy-pages';

/** The pages without a log-in. */
export function PublicPages() {
  return (
    <PublicFrame>
      <PageBoundary>
        <Suspense fallback={<PageWait />}>
          <Routes>
            <Route path="/" element={<CheckPage />} />
            {LAZY_PAGES.map(({ path, Page }) => (
              <Route key={path} path={path} element={<Page />} />
            ))}
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Suspense>
      </PageBoundary>
    </PublicFrame>
  );
}
