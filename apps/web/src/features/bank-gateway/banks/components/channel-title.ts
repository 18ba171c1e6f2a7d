import { CHANNELS, type InstructionChannel } from '@tirtapay/domain';
import type { TFunction } from 'i18next';
import { channelName } from '../../../../lib/channel-name';

type OwnName = Exclude<InstructionChannel, (typeof CHANNELS)[number]>;

/** What steps are written for: a channel, or a way to pay a virtual account. */
export const channelTitle = (t: TFunction<'banks'>, channel: InstructionChannel): string =>
  CHANNELS.some((one) => one === channel) ? channelName(channel) : t(`channel.${channel as OwnName}`);
