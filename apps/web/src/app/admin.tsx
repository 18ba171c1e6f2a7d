import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router-dom';
import { startI18n } from '../i18n';
import { Providers } from './providers';
import { router } from './router';
import './styles';

const root = document.getElementById('root');
if (!root) throw new Error('admin.html has no #root');

await startI18n([]);

createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
