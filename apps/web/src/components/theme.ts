import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

/** Water blue. Shade 7 carries white text at 5.7:1, shade 4 reads on the dark background at 6.5:1. */
const water: MantineColorsTuple = [
  '#ebf6fc',
  '#d5eaf7',
  '#a9d5ee',
  '#7abfe6',
  '#53abdd',
  '#2f95cf',
  '#1b80bb',
  '#0f6aa1',
  '#0b5685',
  '#073f64',
];

/** Dark surfaces with a trace of blue, so that the accent does not look pasted on. */
const dark: MantineColorsTuple = [
  '#d5dbe1',
  '#b3bdc7',
  '#96a2ae',
  '#66727e',
  '#414d59',
  '#323d48',
  '#26303a',
  '#1b242d',
  '#141b23',
  '#0d131a',
];

/** One theme for every entry. Its variables reach the page as virtual:theme.css, see theme-css.plugin.ts. */
export const theme = createTheme({
  colors: { water, dark },
  primaryColor: 'water',
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: 'md',
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif',
  fontFamilyMonospace:
    'ui-monospace, "Cascadia Mono", "Segoe UI Mono", Menlo, Consolas, "Liberation Mono", monospace',
  headings: { fontWeight: '650' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    // The scroll lock of the overlays writes a <style> element, which the Content-Security-Policy forbids.
    Modal: { defaultProps: { lockScroll: false, centered: true } },
    Drawer: { defaultProps: { lockScroll: false } },
  },
});

/** Some of Mantine's own colours for small text, and white on red, stay below 4.5:1 on our surfaces. */
export const readableText: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#55616c',
    '--mantine-color-placeholder': '#66727d',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-teal-light-color': '#066047',
    '--mantine-color-yellow-light-color': '#7a4a00',
    '--mantine-color-orange-light-color': '#a13c00',
    '--mantine-color-red-light-color': '#b01f1f',
    '--mantine-color-red-filled': 'var(--mantine-color-red-9)',
    '--mantine-color-red-filled-hover': '#b02525',
  },
  dark: {
    '--mantine-color-dimmed': '#9fabb7',
    '--mantine-color-placeholder': '#8f9ba7',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-red-filled': 'var(--mantine-color-red-9)',
    '--mantine-color-red-filled-hover': '#b02525',
  },
});
