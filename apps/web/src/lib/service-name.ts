import { ppobServiceName } from '@tirtapay/domain';
import { currentLanguage } from '../i18n';

/** What a service of the PPOB is called in the language of the screen. */
export const serviceName = (code: string): string => ppobServiceName(code, currentLanguage());
