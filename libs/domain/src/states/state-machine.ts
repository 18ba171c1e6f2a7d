/** A state machine as data: for every state the states it may become. Whatever is not listed is illegal. */
export type StateMachine<S extends string> = Readonly<Record<S, readonly S[]>>;

/** Somebody tried an edge the machine does not have. */
export class IllegalTransition extends Error {
  override readonly name = 'IllegalTransition';
  constructor(
    readonly from: string,
    readonly to: string,
  ) {
    super(`illegal transition from ${from} to ${to}`);
  }
}

export function canTransition<S extends string>(machine: StateMachine<S>, from: S, to: S): boolean {
  // Own property: a state read from outside could be called "constructor".
  return Object.hasOwn(machine, from) && machine[from].includes(to);
}

/** @throws IllegalTransition with both states when the edge does not exist. */
export function assertTransition<S extends string>(machine: StateMachine<S>, from: S, to: S): void {
  if (!canTransition(machine, from, to)) throw new IllegalTransition(from, to);
}

/** All states of a machine, in the order they are written. */
export function statesOf<S extends string>(machine: StateMachine<S>): S[] {
  return Object.keys(machine) as S[];
}
