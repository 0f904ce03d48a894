import type { ProblemCode } from '../../core/problem.ts';
import type { Computations } from './computations.ts';

/** Arguments of a computation, by its name. */
export type Task = {
  [Name in keyof Computations]: { name: Name; arguments: Parameters<Computations[Name]> };
}[keyof Computations];

export type Outcome =
  | { answer: unknown }
  | { problem: { code: ProblemCode; message: string; details: Record<string, unknown> } };

/** What a thread says of a task: news while it goes on, then its outcome. */
export type Said = Outcome | { news: unknown };
