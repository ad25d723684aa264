/** Numbers ascending, and the weight of each. */
export interface SparseVector {
  readonly numbers: Int32Array;
  readonly weights: Float64Array;
}

/** The weights as a vector of length 1. */
export function unitVector(weights: ReadonlyMap<number, number>): SparseVector {
  const numbers = new Int32Array(weights.size);
  let size = 0;
  let squares = 0;
  for (const [number, weight] of weights) {
    numbers[size++] = number;
    squares += weight * weight;
  }
  numbers.sort();
  const length = Math.sqrt(squares) || 1;
  const values = new Float64Array(size);
  for (let at = 0; at < size; at++)
    values[at] = (weights.get(numbers[at] as number) as number) / length;
  return { numbers, weights: values };
}

/** The cosine of the angle between two vectors of length 1. */
export function cosine(a: SparseVector, b: SparseVector): number {
  const own = a.numbers;
  const other = b.numbers;
  let sum = 0;
  let left = 0;
  let right = 0;
  while (left < own.length && right < other.length) {
    const difference = (own[left] as number) - (other[right] as number);
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
