import { lazy, Suspense } from 'react';
import type { Question as AnyQuestion } from '../../questions/question.ts';
import { useEntry } from '../entry.tsx';
import type { Heading } from '../fields/parts.tsx';
import { uiWords } from '../words/words.ts';
import { ChoiceQuestion, ChoicesQuestion, LocationQuestion, YesNoQuestion } from './choice-questions.tsx';
import { ItemsQuestion, RatingQuestion } from './instrument-questions.tsx';
import { HeightQuestion, NumberQuestion, WeightQuestion } from './number-questions.tsx';
import {
  BirthDateQuestion,
  EmailQuestion,
  LineQuestion,
  LongTextQuestion,
  SignatureQuestion,
} from './text-questions.tsx';

const TreatmentQuestion = lazy(() => import('../lists/treatment-question.tsx'));
const MedicinesQuestion = lazy(() => import('../lists/medicines-question.tsx'));

interface Props {
  readonly of: AnyQuestion;
  readonly heading?: Heading | undefined;
  /** Which items of an instrument stand on this page. */
  readonly items?: readonly number[] | undefined;
  /** What was chosen under the key of `among`. */
  readonly offered?: readonly string[] | undefined;
  /** A helper signs. */
  readonly helper?: boolean;
}

/** One question, in the control that fits its kind. Stands inside `<Questions>`, or inside a page's form of its own. */
export function Question({ of: question, heading, items, offered, helper = false }: Props) {
  const asks = { heading };
  switch (question.kind) {
    case 'yesNo':
      return <YesNoQuestion {...asks} of={question} />;
    case 'choice':
      return <ChoiceQuestion {...asks} of={question} offered={offered} />;
    case 'choices':
      return <ChoicesQuestion {...asks} of={question} />;
    case 'location':
      return <LocationQuestion {...asks} of={question} />;
    case 'rating':
      return <RatingQuestion {...asks} of={question} />;
    case 'items':
      return <ItemsQuestion {...asks} of={question} items={items} />;
    case 'number':
      switch (question.control) {
        case 'height':
          return <HeightQuestion {...asks} of={question} />;
        case 'weight':
          return <WeightQuestion {...asks} of={question} />;
        case 'plain':
        case 'bloodPressure':
          return <NumberQuestion {...asks} of={question} />;
      }
      break;
    case 'text':
      switch (question.control) {
        case 'email':
          return <EmailQuestion {...asks} of={question} />;
        case 'long':
          return <LongTextQuestion {...asks} of={question} />;
        case 'line':
        case 'phone':
          return <LineQuestion {...asks} of={question} />;
      }
      break;
    case 'birthDate':
      return <BirthDateQuestion {...asks} of={question} />;
    case 'treatment':
      return (
        <Loading>
          <TreatmentQuestion {...asks} of={question} />
        </Loading>
      );
    case 'trials':
    case 'augmentations':
    case 'medications':
      return (
        <Loading>
          <MedicinesQuestion {...asks} of={question} />
        </Loading>
      );
    case 'consents':
      return <SignatureQuestion {...asks} of={question} helper={helper} />;
  }
}

const Loading = ({ children }: { readonly children: React.ReactNode }) => (
  <Suspense fallback={<p role="status">{uiWords[useEntry().locale].oneMoment}</p>}>{children}</Suspense>
);
