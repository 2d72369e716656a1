import type { Command } from './command.ts';
import { auditVerify } from './commands/audit-verify.ts';
import { backup } from './commands/backup.ts';
import { backupDrill } from './commands/backup-drill.ts';
import { demo } from './commands/demo.ts';
import { doctor } from './commands/doctor.ts';
import { erase } from './commands/erase.ts';
import { hold } from './commands/hold.ts';
import { keysAdd } from './commands/keys-add.ts';
import { keysRetire } from './commands/keys-retire.ts';
import { keysRewrap } from './commands/keys-rewrap.ts';
import { keysVerify } from './commands/keys-verify.ts';
import { move } from './commands/move.ts';
import { purge } from './commands/purge.ts';
import { replay } from './commands/replay.ts';
import { restore } from './commands/restore.ts';
import { userAdd } from './commands/user-add.ts';
import { userDisable } from './commands/user-disable.ts';
import { userList } from './commands/user-list.ts';
import { userReset } from './commands/user-reset.ts';

export const commands: readonly Command[] = [
  userAdd,
  userList,
  userDisable,
  userReset,
  auditVerify,
  keysAdd,
  keysRewrap,
  keysRetire,
  keysVerify,
  purge,
  erase,
  hold,
  backupDrill,
  backup,
  restore,
  move,
  doctor,
  replay,
  demo,
];
