import { MantineThemeProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import 'dayjs/locale/id';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ThemeProvider } from '../components/theme-provider';
import { createQueryClient } from '../lib/query-client';

const queryClient = createQueryClient();

/** Everything every staff screen stands on. */
export function Providers({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation();
  // Every message that pops up can be closed by somebody who only hears the button.
  const named = { defaultProps: { closeButtonProps: { 'aria-label': t('action.close') } } };
  return (
    <ThemeProvider>
      <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1 }}>
        <MantineThemeProvider inherit theme={{ components: { Notification: named } }}>
          <Notifications position="top-right" />
        </MantineThemeProvider>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </DatesProvider>
    </ThemeProvider>
  );
}
