/** A part of the load that is done wholly or not at all, and never twice. */
export interface Step {
  readonly name: string;
  /** A step of another lane that must be done before. */
  readonly after?: string;
  readonly run: (name: string) => Promise<void>;
}

/** Runs lanes of steps side by side, so that both cores have work: one writes bills while the other writes payments. */
export class Steps {
  private readonly done: Set<string>;
  private readonly waiting = new Map<string, () => void>();
  private failed = false;

  constructor(
    done: readonly string[],
    /** Called between steps; throws to stop. */
    private readonly proceed: () => void,
  ) {
    this.done = new Set(done);
  }

  /** Resolves when every lane is done; when one fails, the others finish the step they are at before it rejects. */
  async run(lanes: readonly (readonly Step[])[]): Promise<void> {
    const ends = await Promise.allSettled(lanes.map((lane) => this.lane(lane)));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  private async lane(steps: readonly Step[]): Promise<void> {
    try {
      for (const step of steps) {
        if (this.done.has(step.name)) continue;
        if (step.after !== undefined) await this.until(step.after);
        if (this.failed) return;
        this.proceed();
        await step.run(step.name);
        this.done.add(step.name);
        this.waiting.get(step.name)?.();
      }
    } catch (error) {
      this.failed = true;
      for (const wake of this.waiting.values()) wake();
      throw error;
    }
  }

  /** At most one lane waits for a step. */
  private async until(name: string): Promise<void> {
    if (this.failed || this.done.has(name)) return;
    await new Promise<void>((resolve) => this.waiting.set(name, resolve));
  }
}
