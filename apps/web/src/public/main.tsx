import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router-dom';
import { startI18n } from '../i18n';
import { createQueryClient } from '../lib/query-client';
import { captureEarlyInput } from './check/early-input';
import { arriveAt } from './lazy-pages';
import { PublicPages } from './public-pages';
import './styles';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const queryClient = createQueryClient();
await startI18n(['public', ...arriveAt(location.pathname, queryClient)]);

// Read and replaced within one task: a digit typed between the two would be lost.
flushSync(() => {
  captureEarlyInput(root);
  document.documentElement.removeAttribute('data-inner-page');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <BrowserRouter>
          <PublicPages />
        </BrowserRouter>
      </QueryClientProvider>
    </StrictMode>,
  );
});
