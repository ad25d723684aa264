/** Numbers ascending, and the weight of each. */
export interface SparseVector {
  readonly numbers: Int32Array;
  readonly weights: Float64Array;
}

/** The weights as a vector of length 1. */
export function unitVector(weights: ReadonlyMap<number, number>): SparseVector {
  const numbers = Int32Array.from(weights.keys()).sort();
  const values = Float64Array.from(numbers, (number) => weights.get(number) ?? 0);
  let squares = 0;
  for (const value of values) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  return { numbers, weights: values.map((value) => value / length) };
}

/** The cosine of the angle between two vectors of length 1. */
export function cosine(a: SparseVector, b: SparseVector): number {
  let sum = 0;
  let left = 0;
  let right = 0;
  while (left < a.numbers.length && right < b.numbers.length) {
    const difference = (a.numbers[left] as number) - (b.numbers[right] as number);
    if (difference === 0) sum += (a.weights[left++] as number) * (b.weights[right++] as number);
    else if (difference < 0) left++;
    else right++;
  }
  return sum;
}

/** What stands in both of two ascending lists. */
export function sharedNumbers(a: readonly number[], b: readonly number[]): number[] {
  const shared: number[] = [];
  let left = 0;
  let right = 0;
  while (left < a.length && right < b.length) {
    const difference = (a[left] as number) - (b[right] as number);
    if (difference === 0) shared.push(a[left] as number);
    if (difference <= 0) left++;
    if (difference >= 0) right++;
  }
  return shared;
}
