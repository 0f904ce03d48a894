import type { Walks } from './centre.ts';
import type { Option } from './options.ts';
import type { SitingQuestion } from './question.ts';

/** Walks of every point with children that some option or existing place reaches, for each function. */
export function walksOf(question: SitingQuestion, choices: readonly Option[]): Walks {
  const { distances, children, functions } = question;
  const of = Map.groupBy(choices.keys(), k => choices[k]!.candidate);
  const row: number[] = [];
  const option: number[] = [];
  const metres: number[] = [];
  const nowM: number[] = [];
  functions.forEach(({ existingM }, id) => {
    for (let i = 0; i < children.length; i++) {
      if (!(children[i]! > 0)) continue;
      const before = row.length;
      for (let k = distances.starts[i]!; k < distances.starts[i + 1]!; k++) {
        for (const choice of of.get(distances.places[k]!) ?? []) {
          if (choices[choice]!.function !== id) continue;
          row.push(nowM.length);
          option.push(choice);
          metres.push(distances.metres[k]!);
        }
      }
      if (row.length > before || existingM[i]! < Infinity) nowM.push(existingM[i]!);
    }
  });
  return {
    rows: nowM.length,
    row: Int32Array.from(row),
    option: Int32Array.from(option),
    metres: Float64Array.from(metres),
    nowM: Float64Array.from(nowM),
  };
}
