import type { AnswersOf } from '../questions/values.ts';
import { alcoholStep } from './alcohol/questions.ts';
import { allergiesStep } from './allergies/questions.ts';
import { asqStep } from './asq/questions.ts';
import { augmentationStep } from './augmentation/questions.ts';
import { birthDateStep } from './birth-date/questions.ts';
import { brainStep } from './brain/questions.ts';
import { breathingStep } from './breathing/questions.ts';
import { contactStep } from './contact/questions.ts';
import { dangerStep } from './danger/questions.ts';
import { diagnosesStep } from './diagnoses/questions.ts';
import { drugsStep } from './drugs/questions.ts';
import { episodeStep } from './episode/questions.ts';
import { experiencesStep } from './experiences/questions.ts';
import { gad7Step } from './gad7/questions.ts';
import { goalsStep } from './goals/questions.ts';
import { heartStep } from './heart/questions.ts';
import { insuranceStep } from './insurance/questions.ts';
import { ketamineStep } from './ketamine/questions.ts';
import { locationStep } from './location/questions.ts';
import { medicinesStep } from './medicines/questions.ts';
import { moodsStep } from './moods/questions.ts';
import { nameStep } from './name/questions.ts';
import { organsStep } from './organs/questions.ts';
import { pegStep } from './peg/questions.ts';
import { phq9Step } from './phq9/questions.ts';
import { pregnancyStep } from './pregnancy/questions.ts';
import { pressureStep } from './pressure/questions.ts';
import { ptsdStep } from './ptsd/questions.ts';
import { requestStep } from './request/questions.ts';
import { safetyContactStep } from './safety-contact/questions.ts';
import { sendingStep } from './sending/questions.ts';
import { sizeStep } from './size/questions.ts';
import { strokeStep } from './stroke/questions.ts';
import { substanceProblemsStep } from './substance-problems/questions.ts';
import { treatmentsStep } from './treatments/questions.ts';
import { trialsStep } from './trials/questions.ts';
import { vesselsStep } from './vessels/questions.ts';
import { visitsStep } from './visits/questions.ts';
import { whoStep } from './who/questions.ts';

/** Every step of the form, in the order of its pages. Which page comes next is the flow's alone. */
export const steps = [
  dangerStep,
  birthDateStep,
  whoStep,
  nameStep,
  contactStep,
  locationStep,
  safetyContactStep,
  goalsStep,
  episodeStep,
  phq9Step,
  gad7Step,
  ptsdStep,
  pegStep,
  asqStep,
  moodsStep,
  diagnosesStep,
  experiencesStep,
  trialsStep,
  augmentationStep,
  treatmentsStep,
  ketamineStep,
  vesselsStep,
  heartStep,
  strokeStep,
  pressureStep,
  allergiesStep,
  brainStep,
  breathingStep,
  sizeStep,
  organsStep,
  pregnancyStep,
  alcoholStep,
  drugsStep,
  substanceProblemsStep,
  medicinesStep,
  visitsStep,
  insuranceStep,
  requestStep,
  sendingStep,
];

type StepOf = (typeof steps)[number];
type PageOf = StepOf['pages'][number];
export type CatalogQuestion = PageOf['questions'][number];
export type PageId = PageOf['id'];
export type Key = CatalogQuestion['key'];

/** One intake: the key of a question, and its value. See `docs/answers.md`. */
export type Answers = AnswersOf<CatalogQuestion>;

export const allPages: readonly PageOf[] = steps.flatMap((one): readonly PageOf[] => one.pages);

/** Every question once (an instrument stands on several pages), each after the questions that its condition reads. */
export const allQuestions: readonly CatalogQuestion[] = [
  ...new Set(allPages.flatMap((one): readonly CatalogQuestion[] => one.questions)),
];
