/** Leading figures that people round to, and fewer of them for wide ranges. */
const fine = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9];
const coarse = [1, 2, 3, 5, 7];

/** Steps that people count in, as parts of ten. */
const steps = [1, 2, 5, 10];

/** How many stops a slider needs at least, so that what people ask for is among them. */
const enoughSteps = 16;

/** Sums of decimals such as 0.1 + 0.2 end in dust; figures with so many digits have none. */
const tidy = (amount: number): number => Number(amount.toPrecision(10));

/** Round amounts from `from` up to, but not including, `to`, growing by about a fifth (or a half) each. */
export function growingAmounts(from: number, to: number, wide: boolean): readonly number[] {
  const amounts: number[] = [];
  for (let power = Math.floor(Math.log10(from)); 10 ** power < to; power++)
    for (const leading of wide ? coarse : fine) amounts.push(tidy(leading * 10 ** power));
  return amounts.filter((amount) => amount >= from && amount < to);
}

/** Round amounts in equal steps, the first at or below `low` and the last at or above `high`. */
export function evenAmounts(low: number, high: number, smallestStep: number): readonly number[] {
  const rough = (high - low) / enoughSteps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(smallestStep, power * (steps.findLast((candidate) => candidate * power <= rough) ?? 1));
  const amounts: number[] = [];
  for (let count = Math.floor(tidy(low / step)); ; count++) {
    const amount = tidy(count * step);
    amounts.push(amount);
    if (amount >= high) return amounts;
  }
}
