/** What public/first-paint.js began to ask for while the scripts were on their way. */
interface EarlyAnswer {
  readonly path: string;
  readonly language: string;
  readonly answer: Promise<Response>;
  readonly stop: () => void;
}

declare global {
  interface Window {
    tpEarly?: EarlyAnswer | undefined;
  }
}

/** The answer to this question when it was asked before; once, because the next one must be fresh. */
export function takeEarlyAnswer(path: string, language: string): EarlyAnswer | undefined {
  const early = window.tpEarly;
  if (early?.path !== path || early.language !== language) return undefined;
  window.tpEarly = undefined;
  return early;
}
