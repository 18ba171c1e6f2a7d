/** What must be reached, and what we aim for beyond it. */
export interface Bar {
  readonly condition: number;
  readonly goal?: number;
}

export interface Line {
  readonly bench: string;
  readonly figure: string;
  readonly value: number;
  /** The quartiles; of three rounds the lowest and the highest. */
  readonly low: number;
  readonly high: number;
  readonly bar: number;
  readonly met: boolean;
  readonly goal?: number;
  readonly goalMet?: boolean;
}

/** The value below which a share of them lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

const median = (values: readonly number[]): number => quantile(values, 0.5);
const spread = (values: readonly number[]) => ({
  low: quantile(values, 0.25),
  high: quantile(values, 0.75),
});

function print(line: Line): Line {
  const lowerIsBetter = line.figure.includes('limit');
  const short = lowerIsBetter ? line.value - line.bar : line.bar - line.value;
  const goal =
    line.goal === undefined
      ? ''
      : `, goal ${String(line.goal)}: ${line.goalMet === true ? 'met' : `missing ${(line.goal - line.value).toFixed(2)}`}`;
  console.log(
    `  ${line.figure}: ${line.value.toFixed(2)} (${line.low.toFixed(2)}–${line.high.toFixed(2)}), condition ${String(line.bar)}: ${line.met ? 'met' : `SHORT by ${short.toFixed(2)}`}${goal}`,
  );
  return line;
}

/** Times against the time allowed: 1 is just in time. */
export function againstLimit(bench: string, figure: string, times: readonly number[], limit: number): Line {
  const shares = times.map((time) => time / limit);
  const value = median(shares);
  return print({
    bench,
    figure: `${figure} ÷ limit`,
    value,
    ...spread(shares),
    bar: 1,
    met: value <= 1,
  });
}

/** Rates round by round against those of a reference in the same run; a shortfall is printed as one. */
export function againstReference(
  bench: string,
  against: string,
  rates: { readonly ours: readonly number[]; readonly theirs: readonly number[] },
  { condition, goal }: Bar,
): Line {
  const ratios = rates.ours.map((rate, round) => rate / (rates.theirs[round] ?? rate));
  const value = median(ratios);
  return print({
    bench,
    figure: `rate ÷ ${against}`,
    value,
    ...spread(ratios),
    bar: condition,
    met: value >= condition,
    ...(goal === undefined ? {} : { goal, goalMet: value >= goal }),
  });
}
