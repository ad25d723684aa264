import { BlockList, isIP } from 'node:net';

/** IPv4 ranges that are not the public internet (RFC 6890), and where a cloud answers its machines. */
const IPV4_RANGES: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Loopback, local, multicast and documentation ranges, and tunnels that can carry any IPv4 address. */
const IPV6_RANGES: readonly (readonly [string, number])[] = [
  ['::', 96],
  ['::ffff:0:0:0', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

const privateAddresses = new BlockList();
for (const [address, bits] of IPV4_RANGES) {
  // An IPv4 rule covers the mapped form (::ffff:10.0.0.1) by itself; NAT64 has to be named.
  privateAddresses.addSubnet(address, bits, 'ipv4');
  privateAddresses.addSubnet(`64:ff9b::${address}`, 96 + bits, 'ipv6');
}
for (const [address, bits] of IPV6_RANGES) privateAddresses.addSubnet(address, bits, 'ipv6');

/** Whether a literal IP address, in brackets or not, lies outside the public internet; false for a name. */
export function isPrivateAddress(host: string): boolean {
  const address = plainAddress(host);
  const family = isIP(address);
  return family !== 0 && privateAddresses.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Names that mean something in a local network only (RFC 6761, 6762 and 8375), or in a cloud. */
const LOCAL_NAME =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa)$/;

/** Whether a host is a name that no public DNS knows: its looks say so, nothing is looked up. */
export function isLocalName(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (isIP(plainAddress(name)) !== 0) return false;
  return !name.includes('.') || LOCAL_NAME.test(name);
}

function plainAddress(host: string): string {
  return host.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
}
