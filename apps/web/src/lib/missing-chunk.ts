/** A page whose code did not arrive: the connection broke, or a newer release replaced it while this tab was open. */
export function isMissingChunk(error: unknown): boolean {
  return (
    error instanceof Error &&
    // Chrome, Firefox and Safari each say it in their own words; Vite for a style sheet.
    /dynamically imported module|Importing a module script failed|Unable to preload CSS/i.test(error.message)
  );
}

/** What the program itself knows of a failure, in one line for whoever is asked for help. */
export function failureOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
