import type { LookupAddress, LookupAllOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-address.ts';
import { PrivateAddressError } from './private-address-error.ts';

type LookUpAll = (
  host: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A lookup that fails when a name has a private address among its own. What it gives is what the
 * socket connects to, so a second answer of the DNS cannot differ.
 */
export function guardLookup(lookUp: LookUpAll): LookupFunction {
  return (host, options, callback) => {
    lookUp(host, { ...options, all: true }, (error, addresses = []) => {
      const refused = addresses.find(({ address }) => isPrivateAddress(address));
      const failure = error ?? (refused ? new PrivateAddressError(host, refused.address) : null);
      const [first] = addresses;
      if (failure || options.all || !first) callback(failure, failure ? [] : addresses);
      else callback(null, first.address, first.family);
    });
  };
}
