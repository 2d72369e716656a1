/** The mail providers that most people write, and so most people mistype. */
const domains = [
  'gmail.com',
  'yahoo.com',
  'hotmail.com',
  'outlook.com',
  'icloud.com',
  'aol.com',
  'live.com',
  'msn.com',
  'comcast.net',
  'att.net',
  'verizon.net',
  'protonmail.com',
];

/** Letters to add, drop, change or swap to get from one word to the other. */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}

/** Further off, it is another domain and no slip of the finger. */
const SLIP = 2;

/**
 * The address that was probably meant, or `undefined` where nothing looks mistyped. A tip, never a refusal.
 *
 * @example meantEmail('ana@gmial.con') // 'ana@gmail.com'
 */
export function meantEmail(typed: string): string | undefined {
  const address = typed.trim().replace(/[\s;,]{1,60}$/, '');
  const at = address.lastIndexOf('@');
  const name = address.slice(0, at);
  const domain = address.slice(at + 1).toLowerCase();
  if (at < 1 || domain.length < 4 || domain.length > 40 || domains.includes(domain)) return undefined;
  const near = domains
    .map((one) => ({ one, far: distance(domain, one) }))
    .filter(({ far }) => far <= SLIP)
    .sort((a, b) => a.far - b.far)[0];
  if (near) return `${name}@${near.one}`;
  return /\.(con|cmo|ocm|comm|cm)$/.test(domain)
    ? `${name}@${domain.replace(/\.[^.]+$/, '.com')}`
    : undefined;
}
