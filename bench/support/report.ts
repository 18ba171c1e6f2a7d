export interface Line {
  readonly bench: string;
  readonly figure: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly bar: number;
  readonly met: boolean;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function print(line: Line): Line {
  const lowerIsBetter = line.figure.includes('limit');
  const short = lowerIsBetter ? line.value - line.bar : line.bar - line.value;
  console.log(
    `  ${line.figure}: ${line.value.toFixed(2)} (${line.low.toFixed(2)}–${line.high.toFixed(2)}), bar ${String(line.bar)}: ${line.met ? 'met' : `SHORT by ${short.toFixed(2)}`}`,
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
    low: Math.min(...shares),
    high: Math.max(...shares),
    bar: 1,
    met: value <= 1,
  });
}

/** Rates round by round against those of a reference in the same run. */
export function againstReference(
  bench: string,
  against: string,
  rates: { readonly ours: readonly number[]; readonly theirs: readonly number[] },
  bar: number,
): Line {
  return print(ratioLine(bench, against, rates.ours, rates.theirs, bar));
}

function ratioLine(
  bench: string,
  against: string,
  ours: readonly number[],
  theirs: readonly number[],
  bar: number,
): Line {
  const ratios = ours.map((rate, round) => rate / (theirs[round] ?? rate));
  const value = median(ratios);
  return {
    bench,
    figure: `rate ÷ ${against}`,
    value,
    low: Math.min(...ratios),
    high: Math.max(...ratios),
    bar,
    met: value >= bar,
  };
}

/** Ratios round by round against both references, with their spread; a shortfall is printed as one. */
export function report(
  bench: string,
  rates: ReadonlyMap<string, readonly number[]>,
  bars: { readonly handWritten: number; readonly usual: number },
): Line[] {
  const ours = rates.get('tirtapay') ?? [];
  console.log(
    `${bench}: ${median(ours).toFixed(0)}/s (hand-written ${median(rates.get('hand-written') ?? []).toFixed(0)}/s, usual ${median(rates.get('usual') ?? []).toFixed(0)}/s)`,
  );
  return [
    print(ratioLine(bench, 'hand-written', ours, rates.get('hand-written') ?? [], bars.handWritten)),
    print(ratioLine(bench, 'usual', ours, rates.get('usual') ?? [], bars.usual)),
  ];
}
