import { expect, it } from 'vitest';
import { addressClass, addressMatcher } from './address.ts';

it.each([
  ['127.0.0.1', 'loopback'],
  ['::1', 'loopback'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['10.1.2.3', 'private'],
  ['172.15.255.255', 'public'],
  ['172.16.0.0', 'private'],
  ['172.32.0.0', 'public'],
  ['192.168.1.1', 'private'],
  ['fd12::1', 'private'],
  ['fe80::1', 'private'],
  ['203.0.113.9', 'public'],
  ['2001:db8::1', 'public'],
  ['not an address', 'public'],
])('%s is kept as %s', (address, kind) => {
  expect(addressClass(address)).toBe(kind);
});

it.each([
  ['10.0.0.5', true],
  ['::ffff:10.0.0.5', true],
  ['10.1.255.255', true],
  ['10.2.0.0', false],
  ['fd00::7', true],
  ['', false],
])('of a list of proxies %s: %s', (address, trusted) => {
  expect(addressMatcher(['10.0.0.5', '10.1.0.0/16', 'fd00::/8'])(address)).toBe(trusted);
});
