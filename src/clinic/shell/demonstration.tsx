import { DemonstrationBanner } from '../../ui/blocks/banner.tsx';
import { useClinic } from './clinic.ts';

/** Without a settings file every page says so. */
export function DemonstrationLine() {
  if (!useClinic()?.demonstration) return null;
  return (
    <aside aria-label="Demonstration">
      <DemonstrationBanner locale="en" />
    </aside>
  );
}
