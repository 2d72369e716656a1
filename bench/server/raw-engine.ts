/**
 * A program: the limit of a naive server. SQLite as ours sets it up, one table, one row of the same size at a time,
 * each in a transaction that is on disk before the next begins. Prints rows a second.
 */
import { randomFillSync, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { argv } from 'node:process';
import { DatabaseSync } from 'node:sqlite';

const [folder = '', rowBytes, seconds] = [argv[2], Number(argv[3]), Number(argv[4])];
const database = new DatabaseSync(join(folder, 'raw.sqlite'));
database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on');
database.exec('create table rows (id text primary key not null, content blob not null) strict');
const insert = database.prepare('insert into rows values (?, ?)');
const content = randomFillSync(Buffer.alloc(rowBytes));

const begun = performance.now();
let rows = 0;
while (performance.now() - begun < seconds * 1_000) {
  database.exec('begin immediate');
  insert.run(randomUUID(), content);
  database.exec('commit');
  rows += 1;
}
console.log(rows / ((performance.now() - begun) / 1_000));
database.close();
