import type { Instrument } from '../questions/instrument.ts';
import { allPages, type PageId, steps } from '../steps/catalog.ts';
import { pageWith } from '../steps/own-instrument.ts';
import type { SectionId } from '../steps/step.ts';

/** Pages of the flow that ask nothing and come between two others: support, and "Please check these numbers" or dates. */
export const interruptionIds = [
  'dangerSupport',
  'thoughtsSupport',
  'asqSupport',
  'dateCheck',
  'pressureCheck',
  'sizeCheck',
] as const;
export type InterruptionId = (typeof interruptionIds)[number];

/** How the flow ends: the form is signed and can be sent, or the person is under 18. */
export type End = 'done' | 'underAge';

/** A state of the flow: what the person is looking at. */
export type Place = PageId | InterruptionId | End;

type CatalogPage = (typeof allPages)[number];

const pages: ReadonlyMap<string, CatalogPage> = new Map(allPages.map((page) => [page.id, page]));
const pageSections: ReadonlyMap<string, SectionId> = new Map(
  steps.flatMap((step) => step.pages.map((page): [string, SectionId] => [page.id, step.section])),
);

/**
 * What the catalog says of a page; nothing for an interruption or an end.
 *
 * @param instrument the clinic's own suicide screen, which stands on a page of the ASQ
 */
export function pageAt(place: string, instrument?: Instrument | undefined): CatalogPage | undefined {
  const page = pages.get(place);
  return page && pageWith(page, instrument);
}

/** The section that a page belongs to; nothing for an interruption or an end. */
export const sectionOf = (place: string): SectionId | undefined => pageSections.get(place);

/** Whether it is a page of the catalog, with questions. */
export const isPage = (place: string): place is PageId => pages.has(place);

/** Whether it is a page without questions of its own: support, or a check of numbers or dates. */
export const isInterruption = (place: string): place is InterruptionId =>
  interruptionIds.some((one) => one === place);
