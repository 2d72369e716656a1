import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react';

/** One primary button a page; `support` is for help alone. */
export type Look = 'primary' | 'secondary' | 'quiet' | 'support' | 'support-outline';

interface Looks {
  readonly look?: Look;
  /** Full width on a phone, left-aligned on a desktop. */
  readonly wide?: boolean;
}

const classes = ({ look = 'primary', wide = false }: Looks, more: string | undefined) =>
  ['button', look, wide && 'wide', more].filter(Boolean).join(' ');

/** Never disabled: a press always does something or says what is missing. */
export const Button = ({
  look,
  wide,
  className,
  type = 'button',
  ...rest
}: Looks & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'>) => (
  <button
    {...rest}
    type={type}
    className={classes({ ...(look && { look }), ...(wide && { wide }) }, className)}
  />
);

/** Goes somewhere, looks like a button. */
export const ButtonLink = ({
  look,
  wide,
  className,
  children,
  ...rest
}: Looks & AnchorHTMLAttributes<HTMLAnchorElement>) => (
  <a {...rest} className={classes({ ...(look && { look }), ...(wide && { wide }) }, className)}>
    {children}
  </a>
);
