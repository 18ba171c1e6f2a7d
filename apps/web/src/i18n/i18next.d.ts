import 'i18next';
import type common from './id/common.json';
import type publicPages from './id/public.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    returnNull: false;
    resources: { common: typeof common; public: typeof publicPages };
  }
}
