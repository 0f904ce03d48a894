import type { ScenarioBaseline, ScenarioDocument, ScenarioParameters } from './document.ts';
import type { Edit } from './edit.ts';
import { HOME_SIZES, type Homes } from './homes.ts';

type MemberOf<Some> = Some extends unknown ? Exclude<keyof Some, 'id'> : never;
/** A member that some edit has. */
export type EditMember = MemberOf<Edit>;

/** An edit that both scenarios have and that is not the same in them. */
export type ChangedEdit = {
  before: Edit;
  after: Edit;
  /** Members that differ, such as `social`, or that only one of the two has. */
  members: EditMember[];
};

export type ChangedValue<Values> = {
  [Name in keyof Values]-?: { name: Name; before: Values[Name]; after: Values[Name] };
}[keyof Values];

/** What has to happen to the first of two scenarios to make it the second. */
export type Differing = {
  /** Edits of the second alone, in its order. */
  added: Edit[];
  /** Edits of the first alone, in its order. */
  removed: Edit[];
  /** In the order of the second. */
  changed: ChangedEdit[];
  /** Edits of the second that changed places, the fewest that explain the other order. */
  reordered: Edit[];
  /** A value that is absent has the product's own. */
  parameters: ChangedValue<ScenarioParameters>[];
  baseline: ChangedValue<ScenarioBaseline>[];
  /** Of the scenario itself. */
  texts: ChangedValue<Pick<ScenarioDocument, 'title' | 'note'>>[];
};

/**
 * What differs between two scenarios. Edits are the same edit under the same id, also after they became of another kind;
 * of those left over, edits that agree in everything but their id. When they were made or written is no difference, and
 * neither is the order of members, which a database does not keep. Time: edits × log edits.
 */
export function differingOf(before: ScenarioDocument, after: ScenarioDocument): Differing {
  const partners = matched(before.edits, after.edits);
  const kept = after.edits.filter(edit => partners.has(edit));
  const gone = new Set(before.edits);
  for (const partner of partners.values()) gone.delete(partner);
  const place = new Map(before.edits.map((edit, position) => [edit, position]));
  const inOrder = longestRising(kept.map(edit => place.get(partners.get(edit)!)!));
  return {
    added: after.edits.filter(edit => !partners.has(edit)),
    removed: [...gone],
    changed: kept.flatMap(edit => {
      const partner = partners.get(edit)!;
      const members = differingMembers(partner, edit);
      return members.length === 0 ? [] : [{ before: partner, after: edit, members }];
    }),
    reordered: kept.filter((_, k) => !inOrder.has(k)),
    parameters: changedValues(before.parameters, after.parameters),
    baseline: changedValues(before.baseline, after.baseline),
    texts: changedValues(textsOf(before), textsOf(after)),
  };
}

/** How many things differ, of every sort together. */
export const countDiffering = (differing: Differing): number =>
  Object.values(differing).reduce((sum, list) => sum + list.length, 0);

const textsOf = ({ title, note }: ScenarioDocument) => ({ title, note });

/** The first scenario's edit for every edit of the second that it has too. */
function matched(before: readonly Edit[], after: readonly Edit[]): Map<Edit, Edit> {
  const byId = new Map(before.map(edit => [edit.id, edit]));
  const partners = new Map<Edit, Edit>();
  for (const edit of after) {
    const partner = byId.get(edit.id);
    if (partner === undefined) continue;
    partners.set(edit, partner);
    byId.delete(edit.id);
  }
  const left = new Map<string, Edit[]>();
  for (const edit of byId.values()) {
    const content = contentOf(edit);
    const alike = left.get(content);
    if (alike === undefined) left.set(content, [edit]);
    else alike.push(edit);
  }
  for (const edit of left.size === 0 ? [] : after) {
    const partner = partners.has(edit) ? undefined : left.get(contentOf(edit))?.shift();
    if (partner !== undefined) partners.set(edit, partner);
  }
  return partners;
}

const contentOf = (edit: Edit): string => canonical({ ...edit, id: '' });

function differingMembers(before: Edit, after: Edit): EditMember[] {
  // The quick way for most edits of most scenarios: the very same text.
  if (before === after || JSON.stringify(before) === JSON.stringify(after)) return [];
  const one: Record<string, unknown> = before;
  const other: Record<string, unknown> = after;
  const all = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<EditMember | 'id'>;
  const names = [...all].filter(name => name !== 'id');
  return names.filter(name => canonical({ [name]: one[name] }) !== canonical({ [name]: other[name] }));
}

function changedValues<Values extends object>(before: Values, after: Values): ChangedValue<Values>[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Values)[];
  return names
    .filter(name => canonical(before[name]) !== canonical(after[name]))
    .map(name => ({ name, before: before[name], after: after[name] }));
}

/** A part of a scenario as a text that is equal for equal parts. */
function canonical(part: unknown): string {
  return (
    JSON.stringify(part, (name, member: unknown) => {
      if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
      if (name === 'social') return HOME_SIZES.map(size => (member as Homes)[size] ?? 0);
      return Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)));
    }) ?? ''
  );
}

/** Places in a list of differing numbers that together form its longest rising run (Fredman 1975). */
function longestRising(numbers: readonly number[]): Set<number> {
  /** At k: the place of the least number that ends a rising run of k + 1 numbers. */
  const ends: number[] = [];
  const previous = new Array<number>(numbers.length).fill(-1);
  numbers.forEach((number, place) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    previous[place] = ends[low - 1] ?? -1;
    ends[low] = place;
  });
  const run = new Set<number>();
  for (let place = ends.at(-1) ?? -1; place >= 0; place = previous[place]!) run.add(place);
  return run;
}
