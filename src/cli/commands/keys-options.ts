import type { Result } from '../../lib/result.ts';
import { createRotation, type Rotation, type RotationProblem } from '../../server/keys/rotation.usecases.ts';
import { type Clinic, commandLine } from '../clinic.ts';
import { Refused } from '../command.ts';

export const rotationOf = (clinic: Clinic): Rotation =>
  createRotation({ ...clinic, keysDir: clinic.config.keysDir }, commandLine);

const reasonOf = (problem: RotationProblem): string => {
  switch (problem.kind) {
    case 'one-is-waiting':
      return `${problem.id}.key is there already and waits. \`keys rewrap\` puts it into use.`;
    case 'unknown':
      return 'No root key of this name is in use. `doctor` lists those that are.';
    case 'newest':
      return 'This is the newest root key: new records need it. Make another one first, with `keys add`.';
    case 'too-soon':
      return 'The newest root key was put into use less than a minute ago, and a server may not have it yet. Try again in a minute.';
    case 'in-use':
      return `${problem.records} records still need this root key. Run \`keys rewrap\` first.`;
  }
};

export const orRefuse = <T>(result: Result<T, RotationProblem>): T => {
  if (result.ok) return result.value;
  throw new Refused(reasonOf(result.error));
};
