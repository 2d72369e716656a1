import { expect, it } from 'vitest';
import { isStoreFailure, storeFailureOf } from './store-failure.ts';

const error = (fields: object) => Object.assign(new Error('some words'), fields);

it.each([
  ['a full disk', error({ errcode: 13 }), 'full'],
  ['a quota that is used up', error({ errcode: 778 }), 'full'],
  ['no room for the index of the log', error({ errcode: 4874 }), 'full'],
  ['an I/O error while syncing', error({ errcode: 10 + 4 * 256 }), 'broken'],
  ['a database that another process holds', error({ errcode: 5 }), 'busy'],
  ['a damaged file', error({ errcode: 11 }), 'broken'],
  ['a row that is there already', error({ errcode: 1555 }), undefined],
  ['a broken query', error({ errcode: 1 }), undefined],
  ['a refused connection', error({ code: 'ECONNREFUSED' }), 'broken'],
  ['a lost connection', error({ code: '08006' }), 'broken'],
  ['a full PostgreSQL', error({ code: '53100' }), 'full'],
  ['a PostgreSQL that shuts down', error({ code: '57P01' }), 'broken'],
  ['a row that PostgreSQL has already', error({ code: '23505' }), undefined],
  ['a pool without a free connection', new Error('timeout exceeded when trying to connect'), 'broken'],
  ['any other error', new Error('some words'), undefined],
  ['something else', 'text', undefined],
])('%s', (_, thrown, failure) => {
  expect(storeFailureOf(thrown)).toBe(failure);
  expect(isStoreFailure(thrown)).toBe(failure !== undefined);
});
