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
  const lines = [
    ratioLine(bench, 'hand-written', ours, rates.get('hand-written') ?? [], bars.handWritten),
    ratioLine(bench, 'usual', ours, rates.get('usual') ?? [], bars.usual),
  ];
  console.log(
    `${bench}: ${median(ours).toFixed(0)}/s (hand-written ${median(rates.get('hand-written') ?? []).toFixed(0)}/s, usual ${median(rates.get('usual') ?? []).toFixed(0)}/s)`,
  );
  for (const line of lines)
    console.log(
      `  ${line.figure}: ${line.value.toFixed(2)} (${line.low.toFixed(2)}–${line.high.toFixed(2)}), bar ${String(line.bar)}: ${line.met ? 'met' : `SHORT by ${(line.bar - line.value).toFixed(2)}`}`,
    );
  return lines;
}
