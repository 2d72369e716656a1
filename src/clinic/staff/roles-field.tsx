import type { Role } from '../../submission/staff-wire.ts';
import { roles as everyRole } from '../../submission/staff-wire.ts';
import type { FieldProblem } from '../../ui/blocks/error-summary.tsx';
import { CheckboxTiles } from '../../ui/fields/checkbox-tiles.tsx';

export const roleNames: Readonly<Record<Role, string>> = {
  clinician: 'Clinician',
  frontDesk: 'Front desk',
  administrator: 'Administrator',
};

const reach: Readonly<Record<Role, string>> = {
  clinician: 'reads everything that patients send',
  frontDesk: 'name, contact, times and status, without the why',
  administrator: 'users, settings and audit; nothing clinical',
};

const ROLES = 'roles';

export const rolesIn = (entered: FormData): readonly Role[] =>
  everyRole.filter((role) => entered.getAll(ROLES).includes(role));

export const checkRoles = (entered: FormData): readonly FieldProblem[] =>
  rolesIn(entered).length === 0 ? [{ controlId: ROLES, text: 'Choose at least one role.' }] : [];

interface Props {
  readonly chosen?: readonly Role[];
  readonly errorOf: (controlId: string) => string | undefined;
}

/** Somebody may hold several; they add up. */
export const RolesField = ({ chosen = [], errorOf }: Props) => (
  <CheckboxTiles
    id={ROLES}
    locale="en"
    legend="Roles"
    as="field"
    error={errorOf(ROLES)}
    control={{ name: ROLES }}
    options={everyRole.map((role) => ({
      value: role,
      text: (
        <>
          {roleNames[role]} <span className="muted small">{reach[role]}</span>
        </>
      ),
    }))}
    chosen={chosen}
    standalone
  />
);
