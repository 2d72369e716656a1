import { createContext, use } from 'react';
import { useFormContext } from 'react-hook-form';
import type { Control } from '../fields/control.ts';
import type { FormValues } from '../values/form-value.ts';

/** The wiring of a native input of the page's form, by its name. */
export function useControl(): (name: string) => Control {
  const { register } = useFormContext<FormValues>();
  return (name) => {
    const { ref, onChange, onBlur } = register(name);
    return { name, ref, onChange, onBlur };
  };
}

/** What is to be mended on the page, by the name of the control. */
export const ProblemsContext = createContext<ReadonlyMap<string, string>>(new Map());

/** The sentence that belongs to a control. */
export function useProblem(): (name: string) => string | undefined {
  const problems = use(ProblemsContext);
  return (name) => problems.get(name);
}

/** The sentences of the parts of one control, in their order. */
export function useProblemsOf(): (names: readonly string[]) => readonly string[] {
  const problems = use(ProblemsContext);
  return (names) => names.map((name) => problems.get(name)).filter((text) => text !== undefined);
}
