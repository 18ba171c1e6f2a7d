import { currentLanguage } from '../../i18n';
import { zoneOfInstant } from '../../lib/format';
import { deadlineWords } from './deadline-words';

/** Until when a code can be paid, with weekday and zone. */
export const formatDeadline = (instant: string): string =>
  deadlineWords(instant, zoneOfInstant(instant), currentLanguage());
