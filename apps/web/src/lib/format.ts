import {
  formatDateLong,
  formatInstant,
  formatRupiah,
  businessDate,
  period,
  periodName,
  rupiah,
  zoneLabel,
} from '@tirtapay/domain';
import { currentLanguage } from '../i18n';

/** `Rp42.500`, the same on paper, on screen and in a file. */
export const formatMoney = (amount: number): string => formatRupiah(rupiah(amount));

/** 12500 → `12.500` in Indonesian, `12,500` in English. */
export const formatNumber = (value: number): string =>
  new Intl.NumberFormat(currentLanguage() === 'id' ? 'id-ID' : 'en-GB').format(value);

/** How long an answer took: whole milliseconds, with one decimal below ten. */
export const formatMilliseconds = (value: number): string =>
  new Intl.NumberFormat(currentLanguage() === 'id' ? 'id-ID' : 'en-GB', {
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);

export const formatPercent = (fraction: number): string =>
  new Intl.NumberFormat(currentLanguage() === 'id' ? 'id-ID' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 1,
  }).format(fraction);

/** The API writes instants with the offset of the business zone, so the zone is read from the text itself. */
const ZONES: Record<string, string> = {
  '+07:00': 'Asia/Jakarta',
  '+08:00': 'Asia/Makassar',
  '+09:00': 'Asia/Jayapura',
};

export function zoneOfInstant(instant: string): string {
  return ZONES[instant.slice(-6)] ?? 'Asia/Makassar';
}

/** `21 November 2026 14.30 WITA`: never a time without its zone. */
export const formatMoment = (instant: string): string =>
  formatInstant(Date.parse(instant), zoneOfInstant(instant), currentLanguage());

/** `21/11/2026 14.30 WITA`, for dense tables. */
export const formatMomentShort = (instant: string): string =>
  `${formatDateShort(instant)} ${formatClock(instant)} ${zoneLabel(Date.parse(instant), zoneOfInstant(instant))}`;

/** `14.30` on the clock of the utility, for places where the day is already said. */
export const formatClock = (instant: string): string =>
  new Intl.DateTimeFormat(currentLanguage() === 'id' ? 'id-ID' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zoneOfInstant(instant),
  }).format(Date.parse(instant));

/** `21/11/2026 14.30.05 WITA`, for logs: calls of one payment follow each other within seconds. */
export const formatMomentExact = (instant: string): string =>
  `${formatDateShort(instant)} ${new Intl.DateTimeFormat(currentLanguage() === 'id' ? 'id-ID' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone: zoneOfInstant(instant),
  }).format(Date.parse(instant))} ${zoneLabel(Date.parse(instant), zoneOfInstant(instant))}`;

/** `21 November 2026` from a business date. */
export const formatDate = (date: string): string => formatDateLong(businessDate(date), currentLanguage());

/** `21/11/2026`, for dense tables. */
export function formatDateShort(date: string): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** `Oktober 2025`. */
export const formatPeriod = (value: string): string => periodName(period(value), currentLanguage());
