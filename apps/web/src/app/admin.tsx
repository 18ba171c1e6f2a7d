import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router-dom';
import { finishLeaving } from '../features/ground/session';
import { startI18n } from '../i18n';
import { connectApi } from '../lib/api';
import { refreshSession } from '../lib/authorized-fetch';
import { closeSession, currentSession } from '../lib/session';
import { FEATURES } from './features';
import { Providers } from './providers';
import { router } from './router';
import './styles';

const root = document.getElementById('root');
if (!root) throw new Error('admin.html has no #root');

// What the walk is made of is read from here; a browser remembers 250 requests of a page.
performance.setResourceTimingBufferSize(5_000);
connectApi();

const words = Object.fromEntries(
  FEATURES.flatMap((feature) => [
    [`id/${feature.name}`, feature.words.id],
    [`en/${feature.name}`, feature.words.en],
  ]),
);

/** Where a page is opened before a house nobody waits for a weak signal: the session comes when it comes. */
const patience = () =>
  location.pathname === '/admin/readings/walk'
    ? [new Promise<void>((resolve) => setTimeout(resolve, 2_000))]
    : [];

// Whoever logged in earlier still has the refresh cookie; without one this is a quick refusal.
await Promise.all([
  startI18n(['session', 'notices'], words),
  Promise.race([
    refreshSession()
      .then(finishLeaving)
      .catch(() => undefined),
    ...patience(),
  ]),
]);
if (currentSession().status === 'unknown') closeSession();

createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
