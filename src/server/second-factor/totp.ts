import { timingSafeEqual } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const PERIOD_MS = 30_000;

/** 160 bits, in the letters that authenticator apps read. */
export const newTotpKey = (): string => new Secret({ size: 20 }).base32;

/** What the QR code says. */
export const keyUri = (key: string, issuer: string, label: string): string =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(key) }).toString();

/** The code of a time step: six digits. */
export const codeAt = (key: string, step: number): string =>
  TOTP.generate({ secret: Secret.fromBase32(key), timestamp: step * PERIOD_MS });

export const stepAt = (time: number): number => Math.floor(time / PERIOD_MS);

/**
 * The time step that a typed code belongs to: this one, or the one before for a code typed as it changed. ASVS 6.5.5
 * allows 30 seconds; the step of grace is a deviation of ours, because people type slowly.
 */
export const stepOfCode = (key: string, typed: string, now: number): number | undefined => {
  const code = typed.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(code)) return undefined;
  const current = stepAt(now);
  return [current, current - 1].find((step) =>
    timingSafeEqual(Buffer.from(codeAt(key, step)), Buffer.from(code)),
  );
};
