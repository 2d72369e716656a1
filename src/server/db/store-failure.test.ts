import { expect, it } from 'vitest';
import { isStoreFailure } from './store-failure.ts';

const error = (fields: object) => Object.assign(new Error('some words'), fields);

it.each([
  ['a full disk', error({ errcode: 13 }), true],
  ['an I/O error while syncing', error({ errcode: 10 + 4 * 256 }), true],
  ['a database that another process holds', error({ errcode: 5 }), true],
  ['a damaged file', error({ errcode: 11 }), true],
  ['a row that is there already', error({ errcode: 1555 }), false],
  ['a broken query', error({ errcode: 1 }), false],
  ['a refused connection', error({ code: 'ECONNREFUSED' }), true],
  ['a lost connection', error({ code: '08006' }), true],
  ['a full PostgreSQL', error({ code: '53100' }), true],
  ['a PostgreSQL that shuts down', error({ code: '57P01' }), true],
  ['a row that PostgreSQL has already', error({ code: '23505' }), false],
  ['a pool without a free connection', new Error('timeout exceeded when trying to connect'), true],
  ['any other error', new Error('some words'), false],
  ['something else', 'text', false],
])('%s', (_, thrown, failure) => {
  expect(isStoreFailure(thrown)).toBe(failure);
});
