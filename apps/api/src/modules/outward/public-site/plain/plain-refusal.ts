import type { Language } from '@tirtapay/domain';
import { escapeHtml } from '../../../../platform/http';
import type { Problem } from '../../../../platform/problem';
import { plainForm } from './plain-html';
import { PLAIN_WORDS } from './plain-words';

const ABOUT_DIGITS: ReadonlySet<string> = new Set([
  'public.second_factor_required',
  'public.second_factor_wrong',
  'public.second_factor_locked',
]);

export interface Refused {
  readonly problem: Problem;
  readonly number: string;
  readonly language: Language;
  readonly requestId: string;
}

/** The form again, with what was wrong, what to do, and what the office will ask for. */
export function plainRefusal({ problem, number, language, requestId }: Refused): string {
  const words = PLAIN_WORDS[language];
  const guarded = ABOUT_DIGITS.has(problem.code);
  const said = words.refused[problem.code];
  const wait = problem.extras.retryAfter;
  const text = [
    ...(said !== undefined ? [said] : guarded ? [] : [words.failed]),
    ...(wait === undefined ? [] : [words.wait(wait)]),
  ].join(' ');
  const reference = `<p class="dim">${escapeHtml(words.code)} ${escapeHtml(problem.code)} · ${escapeHtml(words.requestId)} ${escapeHtml(requestId)}</p>`;
  return plainForm(language, {
    number,
    guarded,
    ...(guarded
      ? { digitsTrouble: text === '' ? undefined : text }
      : { notice: `<p class="bad" role="alert">${escapeHtml(text)}</p>${reference}` }),
  });
}
