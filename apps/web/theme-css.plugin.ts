import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import type { ConvertCSSVariablesInput } from '@mantine/core';
import type { Plugin } from 'vite';
import { readableText, theme } from './src/components/theme';

const NAME = 'virtual:theme.css';

type Variables = ConvertCSSVariablesInput['variables'];

function changed(ours: Variables, standard: Variables): Variables {
  return Object.fromEntries(
    Object.entries(ours).filter(([name, value]) => standard[name as `--${string}`] !== value),
  );
}

/**
 * Mantine writes the theme's variables into a <style> element at run time, which the Content-Security-Policy
 * forbids. The same variables are therefore computed here and shipped as an ordinary style sheet:
 * `import 'virtual:theme.css'`.
 */
export function themeCss(): Plugin {
  return {
    name: 'tirtapay-theme-css',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const standard = defaultCssVariablesResolver(DEFAULT_THEME);
      const merged = mergeMantineTheme(DEFAULT_THEME, theme);
      const ours = defaultCssVariablesResolver(merged);
      const readable = readableText(merged);
      const variables: ConvertCSSVariablesInput = {
        variables: changed(ours.variables, standard.variables),
        light: { ...changed(ours.light, standard.light), ...readable.light },
        dark: { ...changed(ours.dark, standard.dark), ...readable.dark },
      };
      return convertCssVariables(variables, ':root');
    },
  };
}
