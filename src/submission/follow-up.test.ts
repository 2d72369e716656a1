import { expect, test } from 'vitest';
import { demoSettings } from '../settings/demo.ts';
import { plainPerson } from '../screening/plain-person.fixture.ts';
import { differenceOf } from './difference.ts';
import { answeredAnew, askableKeys, questionsOf } from './follow-up.ts';
import { readFollowUpCode } from './follow-up-code.ts';
import { freeze } from './freeze.ts';
