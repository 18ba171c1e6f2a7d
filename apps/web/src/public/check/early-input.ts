/** What somebody did with the form of index.html before the scripts took over. */
export interface EarlyInput {
  number: string;
  remember: boolean;
  focused: boolean;
  /** The form was sent before the scripts ran, which led to `/?nomor=…`. */
  sent: boolean;
}

const NOTHING: EarlyInput = { number: '', remember: false, focused: false, sent: false };
let early = NOTHING;

/** Reads the form just before React replaces it, so that a number typed on a slow connection is not lost. */
export function captureEarlyInput(root: HTMLElement): void {
  const sent = new URLSearchParams(location.search);
  const number = sent.get('nomor');
  if (location.pathname === '/' && number !== null) {
    early = { number, remember: sent.get('ingat') === '1', focused: false, sent: true };
    // Without this, going Back from the bill would land on an address that sends the number again.
    history.replaceState(history.state, '', '/');
    return;
  }
  const field = root.querySelector<HTMLInputElement>('#nomor');
  early = {
    number: field?.value ?? '',
    remember: root.querySelector<HTMLInputElement>('input[name=ingat]')?.checked ?? false,
    focused: field !== null && document.activeElement === field,
    sent: false,
  };
}

export const earlyInput = (): EarlyInput => early;

/** The form has it now: whoever comes back to the first page finds it empty. */
export function forgetEarlyInput(): void {
  early = NOTHING;
}
