/** Refused by the guard, not by the network. */
export class PrivateAddressError extends Error {
  readonly code = 'ERR_PRIVATE_ADDRESS';

  constructor(host: string, address?: string) {
    super(address ? `${host} is the private address ${address}` : `${host} is a private address`);
  }
}
