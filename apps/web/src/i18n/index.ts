import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import common from './id/common.json';

export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORAGE_KEY = 'tirtapay.language';

type Words = { default: Record<string, unknown> };

/** One chunk per language and namespace: a page loads its own words only. The file is `<language>/<namespace>.json`. */
const own = import.meta.glob<Words>(['./id/*.json', './en/*.json', '!./id/common.json']);

function storedLanguage(): Language {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'id';
  } catch {
    return 'id';
  }
}

/** The language on screen; also what the API is asked to answer in. */
export function currentLanguage(): Language {
  // What is asked before the words have arrived is asked in the language they arrive in.
  const language = (i18next.language as string | undefined) ?? storedLanguage();
  return language === 'en' ? 'en' : 'id';
}

export async function changeLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // A browser that refuses storage still switches for this visit.
  }
  await i18next.changeLanguage(language);
}

/**
 * Starts the words of one HTML entry. Indonesian `common` is part of the entry itself, the rest comes on demand.
 * @param more the words this entry has besides, by `<language>/<namespace>`
 */
export async function startI18n(
  namespaces: string[],
  more: Readonly<Record<string, () => Promise<Words>>> = {},
): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use({
      type: 'backend' as const,
      read: (language: string, namespace: string) => {
        const load = more[`${language}/${namespace}`] ?? own[`./${language}/${namespace}.json`];
        return load
          ? load().then((bundle) => bundle.default)
          : Promise.reject(new Error(`no words for ${language}/${namespace}`));
      },
    })
    .use(initReactI18next)
    .init({
      lng: storedLanguage(),
      supportedLngs: LANGUAGES,
      fallbackLng: false,
      defaultNS: 'common',
      ns: ['common', ...namespaces],
      resources: { id: { common } },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}

/** Makes sure that the words of a page are there before it is drawn. */
export async function loadWords(namespaces: string[]): Promise<void> {
  await i18next.loadNamespaces(namespaces);
}
