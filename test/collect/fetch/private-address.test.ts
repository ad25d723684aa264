import { expect, test } from 'vitest';
import { isLocalName, isPrivateAddress } from '../../../src/collect/fetch/private-address.ts';

test.each([
  '127.0.0.1',
  '168.63.129.16',
  '3fff::1',
  '::ffff:0:127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '[::1]',
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  '::7f00:1',
  '64:ff9b::10.0.0.1',
  '64:ff9b::a9fe:a9fe',
  '2002:7f00:1::',
  'fd00:ec2::254',
  'fe80::1%eth0',
  'ff02::1',
])('%s is private', (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

test.each([
  '8.8.8.8',
  '172.32.0.1',
  '100.128.0.1',
  '[2606:4700::1111]',
  '::ffff:8.8.8.8',
  '64:ff9b::8.8.8.8',
  'example.org',
  'localhost',
])('%s is not a private address', (address) => {
  expect(isPrivateAddress(address)).toBe(false);
});

test.each([
  'localhost',
  'LOCALHOST.',
  'a.localhost',
  'printer.local',
  'metadata.google.internal',
  'nas.home.arpa',
  'router.lan',
  'wiki',
])('%s is a local name', (host) => {
  expect(isLocalName(host)).toBe(true);
});

test.each([
  'example.org',
  'local.example.org',
  'mylocalhost.example',
  'notlocal.net',
  'home.example',
  '8.8.8.8',
  '[2606:4700::1111]',
])('%s is no local name', (host) => {
  expect(isLocalName(host)).toBe(false);
});
