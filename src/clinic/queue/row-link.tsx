import type { ReactNode } from 'react';
import type { SafetyLevel } from '../../submission/staff-wire.ts';
import { dayText, waited, waitingText } from '../format.ts';
import { linkTo, type QueuePlace } from '../router.ts';
import { type Clinic, useClinic } from '../shell/clinic.ts';

export const rowId = (id: string): string => `row-${id}`;

/** Where there is but one location nobody needs to be told. */
export const locationName = (id: string | null, clinic: Clinic | undefined): string | undefined =>
  id === null || !clinic || clinic.locations.length < 2
    ? undefined
    : (clinic.locations.find((one) => one.id === id)?.name ?? id);

interface Props {
  readonly item: {
    readonly kind: 'submission' | 'alert';
    readonly id: string;
    readonly name: string;
    readonly since: string;
  };
  readonly level: SafetyLevel;
  /** Whoever has been dealt with waits no more. */
  readonly isClosed: boolean;
  readonly age?: number | null;
  readonly facts: readonly (string | undefined)[];
  readonly chips: ReactNode;
  readonly place: QueuePlace;
  readonly now: Date;
}

/** The point stays at the end of its line. */
const BETWEEN = '\u00a0· ';

/** One who waits: who, how long, what for, and what presses. */
export function RowLink({ item, level, isClosed, age = null, facts, chips, place, now }: Props) {
  const timeZone = useClinic()?.timeZone;
  return (
    <a
      {...linkTo({ ...place, open: { kind: item.kind, id: item.id } })}
      id={rowId(item.id)}
      className={`row ${item.kind} level-${level}`}
      aria-current={place.open?.id === item.id ? 'true' : undefined}
    >
      <span className="row-head">
        <span className="row-name">{item.name}</span>
        {age !== null && <span className="row-age">{age}</span>}
        <span className="row-wait">
          {isClosed ? (
            <>
              <span className="visually-hidden">received </span>
              {dayText(item.since, timeZone)}
            </>
          ) : (
            <>
              <span aria-hidden="true">{waited(item.since, now)}</span>
              <span className="visually-hidden">{waitingText(item.since, now)}</span>
            </>
          )}
        </span>
      </span>
      <span className="row-more">
        {chips}
        <span className="row-facts">{facts.filter((fact) => fact !== undefined).join(BETWEEN)}</span>
      </span>
    </a>
  );
}
