import { useClinic } from './clinic.ts';

/** Without a settings file every page says so. */
export function DemonstrationLine() {
  if (!useClinic()?.demonstration) return null;
  return (
    <aside aria-label="Demonstration">
      <div className="banner demonstration">
        <p className="column">Demonstration: not a real clinic</p>
      </div>
    </aside>
  );
}
