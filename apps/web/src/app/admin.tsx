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

connectApi();

const words = Object.fromEntries(
  FEATURES.flatMap((feature) => [
    [`id/${feature.name}`, feature.words.id],
    [`en/${feature.name}`, feature.words.en],
  ]),
);

// Whoever logged in earlier still has the refresh cookie; without one this is a quick refusal.
await Promise.all([startI18n(['session', 'notices'], words), refreshSession().catch(() => false)]);
await finishLeaving();
if (currentSession().status === 'unknown') closeSession();

createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
