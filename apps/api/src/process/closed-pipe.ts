/**
 * Who stops reading what a command prints (`| head`) stops nothing: a migration or a payment under way ends as it would
 * have, unseen, with its own exit code. Without this the first line nobody reads would end it with a stack.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}
