import { factsOf } from '../../coverage/facts.ts';
import { isPackId, type PackId, packOf, packs } from '../../coverage/packs.ts';
import { payerOf } from '../../coverage/payer-of.ts';
import { remsSheetFor } from '../../coverage/rems-sheet.ts';
import { sheetFor } from '../../coverage/sheet.ts';
import type { SheetField, SheetGroup } from '../../coverage/sheet-fields.ts';
import { type StaffFields, staffFieldsSchema } from '../../coverage/staff-fields.ts';
import { toAskPatient } from '../../coverage/to-ask-patient.ts';
import { dayIn } from '../../lib/dates.ts';
import type {
  PriorAuthorization,
  RemsReady,
  SheetSource,
  WireField,
  WireGroup,
} from '../../submission/coverage-wire.ts';
import type { FrozenContent } from '../../submission/freeze.ts';
import { fullName } from '../../submission/queue-entry.ts';
import type { StaffFieldsTable } from '../db/schema.ts';
import type { Dependencies } from '../dependencies.ts';
import { changedMeanwhile, notFound } from '../edge/problem.ts';
import type { SeenVersion } from '../edge/seen-version.ts';
import { createOneCaseReader, type OneCase } from '../exports/one-case.ts';
import { CannotOpen } from '../keys/envelope.ts';
import { findRecordKey } from '../keys/record-keys.repository.ts';
import { findCase } from '../reviews/cases.repository.ts';
import { damaged } from '../reviews/cases.usecases.ts';
import type { Reader } from '../reviews/reader.ts';
import { findStaffFields, insertStaffFields, replaceStaffFields } from './staff-fields.repository.ts';

/** Looked at, or made into a document: the audit tells the two apart. */
export type Use = 'read' | 'document';

export interface Coverage {
  /** @param pack a pack's id, or `proposed`; any other name is an unknown payer, which gets the general sheet */
  priorAuthorization(reader: Reader, id: string, pack: string, use: Use): Promise<PriorAuthorization>;
  rems(reader: Reader, id: string, use: Use): Promise<RemsReady>;
  /** @param seen the version that was read; `none`: none was there yet */
  saveStaffFields(reader: Reader, id: string, seen: SeenVersion, fields: StaffFields): Promise<number>;
}

export const createCoverage = (
  needs: Pick<Dependencies, 'store' | 'vault' | 'audit' | 'log' | 'clock' | 'settings'>,
): Coverage => {
  const { store, vault, audit, log, clock, settings } = needs;
  const cases = createOneCaseReader(needs);
  const clinic: StaffFields = settings.priorAuthorization;
  const today = () => dayIn(settings.timeZone, clock.now());

  const staffOf = ({ envelope, key, more: row }: OneCase<StaffFieldsTable | undefined>) => {
    const own =
      row === undefined
        ? {}
        : staffFieldsSchema.parse(envelope.openJson(key, placeOf(row.version), row.fields));
    return { version: row?.version ?? 0, own, clinic };
  };

  /** The case, what staff added to it, and what a sheet is filled from. */
  const open = <T>(
    reader: Reader,
    id: string,
    sheet: string,
    use: Use,
    then: (opened: Opened) => T,
  ): Promise<T> =>
    cases.open(
      reader,
      id,
      { action: use === 'read' ? 'submission.read' : 'submission.export', fields: [sheet] },
      (tx) => findStaffFields(tx, id),
      (opened) => {
        const { content, screening } = opened.frozen();
        const staff = staffOf(opened);
        const madeOn = today();
        const facts = factsOf(
          content.answers,
          {
            asOf: content.asOf,
            requestedOn: madeOn,
            locationCount: content.settings.locations.length,
            instrument: content.settings.instrument,
          },
          { ...clinic, ...staff.own },
        );
        return then({
          facts,
          staff,
          source: sourceOf(content, screening.evaluation.rulesVersion, madeOn),
        });
      },
    );

  return {
    priorAuthorization: (reader, id, wanted, use) =>
      open(reader, id, 'prior-authorization', use, ({ facts, staff, source }) => {
        const proposed = proposedFor(facts.answers.insurer);
        const { payer = proposed.pack } = staff.own;
        const named = wanted === 'proposed' ? payer : wanted;
        const chosen = isPackId(named) ? named : 'general';
        const pack = packOf(chosen);
        const sheet = sheetFor(pack, facts);
        return {
          source,
          proposed,
          packs: packs.map(({ id: packId, payer, edition }) => ({ id: packId, payer, edition })),
          pack: { ...sheet.pack, notes: [...sheet.pack.notes] },
          caution: sheet.caution,
          criteria: sheet.criteria.map(({ asks, result, because, settledBy }) => ({
            asks,
            result,
            because,
            settledBy,
          })),
          gaps: sheet.gaps.fields.map(({ group, field }) => ({ group, field: fieldOf(field) })),
          askPatient: toAskPatient(pack, facts).map((one) => ({ ...one, parts: [...one.parts] })),
          groups: sheet.groups.map(groupOf),
          staff,
        };
      }),

    rems: (reader, id, use) =>
      open(reader, id, 'rems', use, ({ facts, staff, source }) => {
        const { caution, groups } = remsSheetFor(facts);
        return { source, caution, groups: groups.map(groupOf), staff };
      }),

    saveStaffFields: async (reader, id, seen, fields) => {
      const version = seen === 'none' ? 1 : seen + 1;
      // Sealing waits for no query, and reading the key waits for no seal.
      const wrapped = await findRecordKey(store.db(), id);
      const sealed = wrapped && seal(wrapped, version, fields);
      await store.inTransaction(async (tx) => {
        const row = await findCase(tx, id);
        if (row === undefined) throw notFound();
        if (sealed === undefined) {
          log.error({ recordId: id }, 'a record cannot be opened');
          throw damaged();
        }
        const next = { submission_id: id, version, saved_at: clock.now().getTime(), fields: sealed };
        const isSaved = await (seen === 'none' ? insertStaffFields(tx, next) : replaceStaffFields(tx, next));
        if (!isSaved) throw changedMeanwhile();
        await audit.append(tx, {
          ...reader.act,
          action: 'staff-fields.save',
          object: { type: 'submission', id },
          fields: Object.keys(fields).sort(),
          ...(row.location === null ? {} : { location: row.location }),
        });
      });
      return version;
    },
  };

  function seal(wrapped: Parameters<typeof vault.envelope.unwrap>[0], version: number, fields: StaffFields) {
    try {
      return vault.envelope.sealJson(vault.envelope.unwrap(wrapped), placeOf(version), fields);
    } catch (error) {
      if (!(error instanceof CannotOpen)) throw error;
      return undefined;
    }
  }
};

interface Opened {
  readonly facts: ReturnType<typeof factsOf>;
  readonly staff: PriorAuthorization['staff'];
  readonly source: SheetSource;
}

const placeOf = (version: number) => ({ column: 'staff_fields.fields', version });

const sourceOf = (content: FrozenContent, rulesVersion: string, madeOn: string): SheetSource => ({
  id: content.submissionId,
  reference: content.reference,
  name: fullName(content.answers),
  receivedAt: content.receivedAt,
  formVersion: content.formVersion,
  rulesVersion,
  madeOn,
});

/** Which pack the insurer's name leads to, and why, so that nobody takes a guess for a fact. */
const proposedFor = (insurer: string | undefined): { readonly pack: PackId; readonly why: string } => {
  if (insurer === undefined)
    return { pack: 'general', why: 'The patient named no health plan, so the general sheet is proposed.' };
  const pack = payerOf(insurer);
  return {
    pack,
    why:
      pack === 'general'
        ? `The patient wrote “${insurer}”. No payer with a pack has exactly that name, so the general sheet is proposed.`
        : `The patient wrote “${insurer}”, which is a name of ${packOf(pack).payer}.`,
  };
};

const fieldOf = ({ label, value, from }: SheetField): WireField => ({ label, value: value ?? null, from });

const groupOf = ({ title, fields }: SheetGroup): WireGroup => ({ title, fields: fields.map(fieldOf) });
