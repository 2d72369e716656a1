import { expect, test } from 'vitest';
import { placeOf, urlOf } from './router.ts';

const id = '6f1c8f4e-9a51-4f3d-8a58-0d6b6a2f7f10';
const at = (path: string) => placeOf(new URL(path, 'http://localhost'));

test.each([
  { page: 'setup' },
  { page: 'lists' },
  { page: 'audit' },
  { page: 'retention' },
  { page: 'figures', period: '26' },
  { page: 'provider' },
  { page: 'account' },
  { page: 'users' },
  { page: 'queue', view: 'new', open: undefined, filters: {} },
  { page: 'queue', view: 'safety', open: { kind: 'alert', id }, filters: { whose: 'all' } },
  {
    page: 'queue',
    view: 'closed',
    open: { kind: 'submission', id },
    filters: { location: 'north', treatment: 'spravato', whose: 'mine' },
  },
  { page: 'queue', view: 'new', open: { kind: 'submission', id, sheet: { name: 'rems' } }, filters: {} },
  {
    page: 'queue',
    view: 'new',
    open: { kind: 'submission', id, sheet: { name: 'prior-authorization', pack: 'cigna' } },
    filters: {},
  },
] as const)('a place survives the way through the address: %j', (place) => {
  expect(at(urlOf(place))).toEqual(place);
});

test.each([
  ['/clinic', 'safety'],
  ['/clinic/', 'safety'],
  ['/clinic?view=nonsense', 'safety'],
  ['/clinic?view=mine', 'mine'],
  [`/clinic/submissions/${id}?view=nonsense`, 'safety'],
])('%s opens the view %s', (path, view) => {
  expect(at(path)).toMatchObject({ page: 'queue', view });
});

test('C01 a filter that nobody knows is none', () => {
  expect(at('/clinic?view=new&whose=theirs&treatment=x')).toMatchObject({ filters: {} });
});

test.each([
  '/clinic/submissions/1',
  `/clinic/submissions/${id}/notes`,
  `/clinic/patients/${id}`,
  `/clinic/alerts/${id}/rems`,
  `/clinic/submissions/${id}/prior-authorization`,
  '/clinic/reports',
])('%s is no page of the portal', (path) => {
  expect(at(path)).toEqual({ page: 'lost' });
});
