/** The store cannot be opened or used as asked; the message says which and why. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
