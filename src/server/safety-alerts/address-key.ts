import { isIPv6 } from 'node:net';

/**
 * What counts as one address. A household or a phone gets a whole /64 of IPv6 addresses and changes within it.
 *
 * @example addressKey('2001:db8:1:2:3::4') // '2001:db8:1:2'
 */
export const addressKey = (address: string): string => {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped ?? groupsOf(address).slice(0, 4).join(':');
};

const groupsOf = (address: string): readonly string[] => {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const before = head === '' ? [] : head.split(':');
  if (tail === undefined) return before.map(plain);
  const after = tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after].map(plain);
};

const plain = (group: string): string => group.toLowerCase().replace(/^0{1,3}(?=.)/, '');
