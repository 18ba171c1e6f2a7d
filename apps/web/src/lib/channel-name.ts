import { channelName as nameOf } from '@tirtapay/domain';
import { currentLanguage } from '../i18n';

/** What a channel is called in the language of the screen. */
export const channelName = (channel: string): string => nameOf(channel, currentLanguage());
