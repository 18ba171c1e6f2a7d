/** SIGTERM and SIGINT as something to wait for: the first asks to leave in good order, the second to hurry. */
export class StopSignals {
  private readonly asking = new AbortController();
  private readonly hurrying = new AbortController();

  constructor() {
    for (const name of ['SIGTERM', 'SIGINT'] as const)
      process.on(name, () => {
        (this.asking.signal.aborted ? this.hurrying : this.asking).abort();
      });
  }

  get asked(): AbortSignal {
    return this.asking.signal;
  }

  get hurried(): AbortSignal {
    return this.hurrying.signal;
  }

  async wait(): Promise<void> {
    if (this.asked.aborted) return;
    await new Promise((resolve) => {
      this.asked.addEventListener('abort', resolve, { once: true });
    });
  }
}
