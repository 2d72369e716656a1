/** A clinic cannot be backed up, restored or moved. The message is for the operator. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';
}
