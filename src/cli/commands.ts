import type { Command } from './command.ts';
import { auditVerify } from './commands/audit-verify.ts';
import { demo } from './commands/demo.ts';
import { doctor } from './commands/doctor.ts';
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
  doctor,
  demo,
];
