import type { Option } from './options.ts';
import type { SitingQuestion } from './question.ts';
import { walkNow } from './worth-of.ts';

/** Children, and those of them in poverty; null where no source tells. */
export type Head = { children: number; poverty: number | null };

/** Why a place comes where it comes, as numbers under the key of a sentence. */
export type SitingReason = {
  /** `none-had`: nobody within reach had a place; `some-had`: some had one; `nearer`: they had one, and this is nearer. */
  key: 'none-had' | 'some-had' | 'nearer';
  withinM: number;
  /** Within reach of the site. */
  reached: Head;
  /** Of those, without an existing place within reach. */
  hadNone: Head;
  /** Of those, within reach of no other new place either. */
  onlyHere: Head;
  /** Children for whom this is the nearest place, and their mean walk before and after; null for nobody. */
  nearest: { children: number; beforeM: number; afterM: number } | null;
};

/** A reason for each of the options chosen, in their order. */
export function sitingReasons(question: SitingQuestion, chosen: readonly Option[]): SitingReason[] {
  const { distances, children, poverty, functions } = question;
  const none = (): Head => ({ children: 0, poverty: poverty === null ? null : 0 });
  const reasons = chosen.map(({ function: id }) => ({
    withinM: functions[id]!.withinM,
    reached: none(),
    hadNone: none(),
    onlyHere: none(),
    walked: { children: 0, before: 0, after: 0 },
  }));
  const count = (head: Head, i: number): void => {
    head.children += children[i]!;
    if (poverty !== null) head.poverty! += poverty[i]!;
  };
  const at = Map.groupBy(chosen.keys(), k => chosen[k]!.candidate);
  for (let i = 0; i < children.length; i++) {
    const found: { k: number; metres: number }[] = [];
    for (let pair = distances.starts[i]!; pair < distances.starts[i + 1]!; pair++)
      for (const k of at.get(distances.places[pair]!) ?? [])
        found.push({ k, metres: distances.metres[pair]! });
    functions.forEach(({ withinM, existingM }, id) => {
      const mine = found.filter(({ k }) => chosen[k]!.function === id);
      const within = mine.filter(({ metres }) => metres <= withinM);
      const had = existingM[i]! <= withinM;
      for (const { k } of within) {
        count(reasons[k]!.reached, i);
        if (had) continue;
        count(reasons[k]!.hadNone, i);
        if (within.length === 1) count(reasons[k]!.onlyHere, i);
      }
      const before = walkNow(question, id, i);
      const first = mine.toSorted((a, b) => a.metres - b.metres || a.k - b.k)[0];
      if (first === undefined || first.metres >= before) return;
      const { walked } = reasons[first.k]!;
      walked.children += children[i]!;
      walked.before += children[i]! * before;
      walked.after += children[i]! * first.metres;
    });
  }
  return reasons.map(({ walked, ...reason }) => ({
    key:
      reason.hadNone.children === 0
        ? 'nearer'
        : reason.hadNone.children >= reason.reached.children * (1 - 1e-9)
          ? 'none-had'
          : 'some-had',
    ...reason,
    nearest:
      walked.children > 0
        ? {
            children: walked.children,
            beforeM: walked.before / walked.children,
            afterM: walked.after / walked.children,
          }
        : null,
  }));
}
