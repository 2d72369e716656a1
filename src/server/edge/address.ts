import { BlockList, isIP, isIPv6 } from 'node:net';
import type { AddressClass } from '../audit/act.ts';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const inside = new BlockList();
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const) {
  inside.addSubnet(net, bits, 'ipv4');
}
inside.addSubnet('fc00::', 7, 'ipv6');
inside.addSubnet('fe80::', 10, 'ipv6');

/** As much of an address as the audit keeps. */
export const addressClass = (address: string): AddressClass => {
  if (holds(loopback, address)) return 'loopback';
  return holds(inside, address) ? 'private' : 'public';
};

/** Tells whether an address is one of a list of addresses and networks (`10.0.0.0/8`). */
export const addressMatcher = (places: readonly string[]): ((address: string) => boolean) => {
  const list = new BlockList();
  for (const place of places) {
    const [address = '', bits] = place.split('/');
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return (address) => holds(list, address);
};

export const isAddressOrNetwork = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/');
  const most = isIPv6(address) ? 128 : 32;
  return (
    isIP(address) !== 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  );
};

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');

// A socket that takes both families writes IPv4 as ::ffff:10.0.0.1.
const holds = (list: BlockList, address: string): boolean => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(plain) !== 0 && list.check(plain, familyOf(plain));
};
