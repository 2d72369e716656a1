import { type Filters, goTo, type QueuePlace } from '../router.ts';
import { useClinic } from '../shell/clinic.ts';

const treatments = { spravato: 'SPRAVATO', ivKetamine: 'IV ketamine' } as const;

function Filter({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <label className="filter">
      <span className="visually-hidden">{label}</span>
      <select className="input" value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Narrow a view; kept in the address. Safety now has none: no filter hides somebody who must be called. */
export function QueueFilters({
  place,
  byTreatment,
}: {
  readonly place: QueuePlace;
  /** For whoever may know it. */
  readonly byTreatment: boolean;
}) {
  const clinic = useClinic();
  const { view, filters = {} } = place;
  if (view === 'safety') return null;
  const change = (name: keyof Filters, value: string) => {
    const { [name]: _, ...others } = filters;
    goTo({ ...place, filters: (value === '' ? others : { ...others, [name]: value }) as Filters }, 'replace');
  };
  const locations = clinic?.locations ?? [];
  return (
    <fieldset className="filters">
      <legend className="visually-hidden">Filters</legend>
      {locations.length > 1 && (
        <Filter
          label="Location"
          value={filters.location ?? ''}
          options={[['', 'All locations'], ...locations.map(({ id, name }) => [id, name] as const)]}
          onChange={(value) => change('location', value)}
        />
      )}
      {byTreatment && view !== 'closed' && (
        <Filter
          label="Treatment"
          value={filters.treatment ?? ''}
          options={[['', 'All treatments'], ...Object.entries(treatments)]}
          onChange={(value) => change('treatment', value)}
        />
      )}
      {view === 'mine' ? (
        <Filter
          label="Whose"
          value={filters.whose === 'all' ? 'all' : ''}
          options={[
            ['', 'Mine'],
            ['all', 'Everybody’s'],
          ]}
          onChange={(value) => change('whose', value)}
        />
      ) : (
        view !== 'new' && (
          <Filter
            label="Whose"
            value={filters.whose === 'mine' ? 'mine' : ''}
            options={[
              ['', 'Everybody’s'],
              ['mine', 'Mine'],
            ]}
            onChange={(value) => change('whose', value)}
          />
        )
      )}
    </fieldset>
  );
}
