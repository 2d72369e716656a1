import { type BaseSyntheticEvent, useState } from 'react';
import { type FieldErrors, set, type UseFormReturn, useForm } from 'react-hook-form';
import { fill } from '../../lib/locale.ts';
import { drugText } from '../../questions/display.ts';
import type { Question } from '../../questions/question.ts';
import type { FieldProblem } from '../blocks/error-summary.tsx';
import { type Entry, useEntry } from '../entry.tsx';
import type { Reading } from '../values/answer.ts';
import { type FormValues, idOf, nameOf } from '../values/form-value.ts';
import { type Outside, type PageAnswers, type PageProblem, pageForm, readPage } from '../values/page.ts';
import { problemText } from '../values/problem.ts';
import { capital } from '../words/words.ts';

/** A page as it is filled in: its questions, and what is known from the others. */
export interface PageInHand {
  readonly questions: readonly Question[];
  /** Which items of an instrument stand on the page; absent: all. */
  readonly items?: readonly number[] | undefined;
  /** All stored answers, those of this page too, and the path as walked over them. */
  readonly outside: Outside;
  /** On the page of the signature: which text is signed, and when. */
  readonly signing?: Reading['signing'];
  /** Inputs kept from before a reload, newer than the answers. */
  readonly typed?: FormValues | undefined;
}

export interface PageForm {
  readonly page: PageInHand;
  readonly form: UseFormReturn<FormValues>;
  readonly onSubmit: (event?: BaseSyntheticEvent) => Promise<void>;
  /** For the error summary, in the order of the page. */
  readonly problems: readonly (FieldProblem & { readonly name: string })[];
  /** Grows with every press of Continue. */
  readonly attempt: number;
  /** What the inputs say right now, for the draft: the answers that can be read, whatever else is still wrong. */
  readonly readNow: () => PageAnswers;
}

interface Handlers {
  readonly onContinue: (page: PageAnswers) => void | Promise<void>;
  /** For the title: "Error: …". */
  readonly onProblems?: (problems: readonly PageProblem[]) => void;
}

/** The sentence of a problem, with what it is about in front where the page asks more than one thing. */
function textOf(problem: PageProblem, { locale, places }: Entry): string {
  const text = problemText(problem, locale);
  if (!problem.about) return text;
  const { about } = problem;
  const name =
    'medicine' in about ? drugText(about.medicine) : fill(about.question.words[locale].short, places);
  return `${capital(name, locale)}: ${text}`;
}

/**
 * A page of questions as a form. It is checked on Continue alone, and what was typed stays as it was typed.
 * Give the page's component a key, so that the next page starts with its own inputs.
 */
export function usePageForm(page: PageInHand, { onContinue, onProblems }: Handlers): PageForm {
  const entry = useEntry();
  const { locale, asOf, locations, dateOrder } = entry;
  const [checked, setChecked] = useState<{ problems: readonly PageProblem[]; attempt: number }>({
    problems: [],
    attempt: 0,
  });

  const read = (values: FormValues) =>
    readPage(
      page.questions,
      values,
      {
        asOf,
        locations: locations.map(({ id }) => id),
        dateOrder,
        locale,
        answers: page.outside.answers,
        items: page.items,
        signing: page.signing,
      },
      page.outside,
    );

  const form = useForm<FormValues>({
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: page.typed ?? pageForm(page.questions, page.outside.answers, dateOrder),
    resolver: (values) => {
      const errors: FieldErrors<FormValues> = {};
      for (const problem of read(values).problems)
        set(errors, nameOf(problem, problem.at), {
          type: problem.code,
          message: problemText(problem, locale),
        });
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
    },
  });

  const told = (problems: readonly PageProblem[]) =>
    setChecked(({ attempt }) => ({ problems, attempt: attempt + 1 }));

  return {
    page,
    form,
    onSubmit: form.handleSubmit(
      async (values) => {
        told([]);
        await onContinue(read(values));
      },
      () => {
        const { problems } = read(form.getValues());
        told(problems);
        onProblems?.(problems);
      },
    ),
    problems: checked.problems.map((problem) => {
      const name = nameOf(problem, problem.at);
      return { name, controlId: idOf(name), text: textOf(problem, entry) };
    }),
    attempt: checked.attempt,
    readNow: () => read(form.getValues()),
  };
}
