import { ancestorPositions } from '../../core/areas/hierarchy.ts';
import type { AreaLevel } from '../../core/areas/types.ts';
import type { Decomposition } from '../../core/concentration/decomposition.ts';
import { ProblemError } from '../../core/problem.ts';
import { loadAreas } from './areas.ts';
import type { Desk } from './desk.ts';
import { itemsUpwards, levelItems, loadTables } from './hierarchy.ts';
import type { Subject } from './measured-areas.ts';
import type { Release } from './types.ts';

export type NamedDecomposition = Omit<Decomposition, 'parts'> & {
  parts: (Decomposition['parts'][number] & { name: string })[];
};

/**
 * M and H of a subject between and within coarser levels, coarse to fine. @throws ProblemError as
 * `decomposeInformation`; `bad-parameter` for a level that the areas do not lie in, and naming an area without one.
 */
export async function decompose(
  desk: Desk,
  release: Release,
  subject: Subject,
  levels: readonly AreaLevel[],
): Promise<NamedDecomposition> {
  const { areas: item } = subject.source;
  const upwards = itemsUpwards(levelItems(release, item.region, item.vintage), item);
  const tables = await loadTables(desk.database, upwards);
  const divisions = levels.map(level => {
    if (!upwards.has(level) || level === item.level) {
      const above = [...upwards.keys()].filter(each => each !== item.level);
      throw new ProblemError(
        'bad-parameter',
        `Areas of level "${item.level}" do not lie in "${level}"; they lie in: ${above.join(', ') || 'nothing coarser'}`,
        { parameter: 'divisions' },
      );
    }
    const parents = ancestorPositions(tables, item.level, level);
    const { codes } = tables.get(level)!;
    return Array.from(subject.indices, (index, k) => {
      const code = codes[parents[index]!];
      if (code !== undefined) return code;
      throw new ProblemError(
        'bad-parameter',
        `Area ${subject.areas.codes[k]} lies in no ${level}; choose a scope whose areas all do`,
        { parameter: 'divisions' },
      );
    });
  });
  const { codes, group, total } = subject.areas;
  const others = Float64Array.from(total, (all, i) => all - group[i]!);
  const decomposition = await desk.computation.run(
    'decomposition',
    [codes, [Float64Array.from(group), others], divisions],
    { signal: desk.signal },
  );
  const finest = await loadAreas(desk.database, upwards.get(levels.at(-1)!)!);
  const parts = decomposition.parts.map(part => ({
    ...part,
    name: finest.table.names[finest.indexOf.get(part.code)!] ?? part.code,
  }));
  return { ...decomposition, parts };
}
