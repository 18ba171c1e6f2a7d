import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import 'virtual:theme.css';
import { theme } from './theme';

/**
 * Mantine without inline <style> elements, because the Content-Security-Policy of every page is 'self' only:
 * variables come from virtual:theme.css, and the components that write style elements of their own
 * (AppShell, Grid, SimpleGrid, Flex, visibleFrom/hiddenFrom, responsive style props) stay unused: layout
 * across widths is done in CSS modules.
 */
export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
      deduplicateInlineStyles={false}
    >
      {children}
    </MantineProvider>
  );
}
