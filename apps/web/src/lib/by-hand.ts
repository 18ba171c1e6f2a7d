/*
 * What goes from the page in the turn of a click or a key was sent away by whoever sits there; what goes later, by an answer.
 */

let acting = false;

if (typeof window !== 'undefined') {
  const act = () => {
    acting = true;
    // React has drawn what follows from it by then.
    setTimeout(() => {
      acting = false;
    });
  };
  window.addEventListener('click', act, true);
  window.addEventListener('keydown', act, true);
}

/** Whether what happens now is what somebody just did. */
export const isByHand = (): boolean => acting;
