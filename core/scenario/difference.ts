import type { AreaTable } from '../areas/types.ts';
import type { ScenarioEvaluation } from './evaluate.ts';

/** One area of a scenario, for tables and exports. Dwellings are counts, shares 0–1, null without dwellings. */
export type DifferenceRow = {
  /** Area index. */
  index: number;
  code: string;
  name: string;
  socialBefore: number;
  socialAfter: number;
  socialDifference: number;
  totalBefore: number;
  totalAfter: number;
  totalDifference: number;
  shareBefore: number | null;
  shareAfter: number | null;
  shareDifference: number | null;
};

/** Before, after and difference of every area of the scope, in the order of the area index. */
export function differenceRows(
  { areas }: Pick<ScenarioEvaluation, 'areas'>,
  table: Pick<AreaTable, 'codes' | 'names'>,
): DifferenceRow[] {
  return Array.from(areas.index, (index, k) => {
    const socialBefore = areas.socialBefore[k]!;
    const socialAfter = areas.socialAfter[k]!;
    const totalBefore = areas.totalBefore[k]!;
    const totalAfter = areas.totalAfter[k]!;
    const shareBefore = shareOf(socialBefore, totalBefore);
    const shareAfter = shareOf(socialAfter, totalAfter);
    return {
      index,
      code: table.codes[index]!,
      name: table.names[index]!,
      socialBefore,
      socialAfter,
      socialDifference: socialAfter - socialBefore,
      totalBefore,
      totalAfter,
      totalDifference: totalAfter - totalBefore,
      shareBefore,
      shareAfter,
      shareDifference: shareBefore === null || shareAfter === null ? null : shareAfter - shareBefore,
    };
  });
}

function shareOf(social: number, total: number): number | null {
  return total > 0 ? social / total : null;
}
