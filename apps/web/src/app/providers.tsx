import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ThemeProvider } from '../components/theme-provider';
import { createQueryClient } from '../lib/query-client';

const queryClient = createQueryClient();

/** Everything every staff screen stands on. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider>
      <Notifications position="top-right" />
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </ThemeProvider>
  );
}
