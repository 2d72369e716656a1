import { weeksUpTo } from '../../lib/weeks.ts';
import { type FigurePeriod, type Figures, figures } from '../../submission/figures-wire.ts';
import type { Act } from '../audit/act.ts';
import type { Dependencies } from '../dependencies.ts';
import { CannotOpen } from '../keys/envelope.ts';
import { findRecordKeys } from '../keys/record-keys.repository.ts';
import type { Rows } from '../reviews/open-rows.ts';
import { listTallies } from './figures.repository.ts';
import { holdWeeks } from './held-weeks.ts';
import { openTally } from './tallies.ts';
import { weeklyFigures } from './weekly.ts';

type By = Pick<Act, 'actor' | 'requestId' | 'addressClass'>;

/** How the clinic's weeks went. That somebody looked is recorded: a small sum may be about one person. */
export const createFigures = (
  {
    store,
    vault,
    audit,
    clock,
    settings,
  }: Pick<Dependencies, 'store' | 'vault' | 'audit' | 'clock' | 'settings'>,
  opened: Rows,
) => {
  const held = holdWeeks();
  return {
    look: async (by: By, period: FigurePeriod): Promise<Figures> => {
      const weeks = weeksUpTo(settings.timeZone, clock.now(), Number(period));
      const [first] = weeks;
      if (first === undefined) throw new Error('There is no period without a week.');
      const found = await store.inTransaction(async (tx) => {
        await audit.append(tx, { ...by, action: 'figures.read', fields: [`${period}-weeks`] });
        const sealed = await listTallies(tx, first.monday);
        const { times, keep: keepWeeks } = await held.of(tx, weeks);
        const { line, keep: keepRows } = await opened.open(tx);
        return {
          times,
          line,
          keep: () => {
            keepWeeks();
            keepRows();
          },
          sealed,
          keys: await findRecordKeys(
            tx,
            sealed.map(({ id }) => id),
          ),
        };
      });
      found.keep();
      const tallies = found.sealed.map((row) => {
        const wrapped = found.keys.get(row.id);
        if (wrapped === undefined) throw new CannotOpen('The key of a week is gone.');
        return [row.week, openTally(vault.envelope, vault.envelope.unwrap(wrapped), row)] as const;
      });
      const waiting = found.line.pressing.map(({ since }) => since);
      return figures.parse(weeklyFigures({ weeks, times: found.times, tallies: new Map(tallies), waiting }));
    },
  };
};
