/*
 * What a field says when it is left makes the form longer. Said while a finger is still on the button below, it moves that
 * button away from under the finger, and the click goes nowhere.
 */

let pressed = false;

if (typeof window !== 'undefined') {
  const set = (value: boolean) => () => {
    pressed = value;
  };
  window.addEventListener('pointerdown', set(true), true);
  window.addEventListener('pointerup', set(false), true);
  window.addEventListener('pointercancel', set(false), true);
}

/** Runs `act` now; while something is pressed, as soon as it is let go and was clicked. */
export function afterPress(act: () => void): void {
  if (!pressed) {
    act();
    return;
  }
  const stop = new AbortController();
  const later = () => {
    stop.abort();
    // The click is told in the same turn as the end of the press.
    setTimeout(act);
  };
  window.addEventListener('pointerup', later, { signal: stop.signal });
  window.addEventListener('pointercancel', later, { signal: stop.signal });
}
