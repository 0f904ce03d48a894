import type { BaselineCounts } from './apply.ts';
import type { Edit } from './edit.ts';
import { areasNamed } from './edits.ts';
import type { EvaluationSetting } from './evaluate.ts';

/** Counts of one area in two releases, in dwellings; NaN = missing. */
export type MovedArea = {
  code: string;
  socialBefore: number;
  totalBefore: number;
  socialAfter: number;
  totalAfter: number;
};

/** What another release changes for a scenario. */
export type Moving = {
  /** Codes that the new release lacks, and codes that only it has. */
  gone: string[];
  fresh: string[];
  /** Areas of both whose counts are not the same. */
  changed: MovedArea[];
  /** Edits that name areas the new release lacks, and those areas. */
  lost: { edit: Edit; areas: string[] }[];
  /** Sites whose division over areas follows from their drawing, and sites that were divided by hand. */
  sites: { bySurface: number; byHand: number };
};

/**
 * What changes for a scenario that moves from one release to another: of the areas in its scope or named by its edits.
 * Without the old release, which may be gone, only what its edits lose can be told. Drawn sites that are divided by
 * surface are divided anew, so those lose nothing.
 */
export function movingOf(
  before: EvaluationSetting | null,
  after: EvaluationSetting,
  edits: readonly Edit[],
): Moving {
  const there = positionsOf(after);
  const was = before === null ? new Map<string, number>() : positionsOf(before);
  const concerned = new Set([
    ...(before === null ? [] : scopedCodes(before)),
    ...(before === null ? [] : scopedCodes(after)),
    ...(before === null ? [] : edits.flatMap(areasNamed)),
  ]);
  const codes = [...concerned];
  const sites = edits.flatMap(edit => ('place' in edit && edit.place.kind === 'site' ? [edit.place] : []));
  return {
    gone: codes.filter(code => was.has(code) && !there.has(code)),
    fresh: codes.filter(code => there.has(code) && !was.has(code)),
    changed:
      before === null
        ? []
        : codes.flatMap(code => changedArea(code, [before, was.get(code)], [after, there.get(code)])),
    lost: edits.flatMap(edit => {
      if (dividedBySurface(edit)) return [];
      const areas = areasNamed(edit).filter(code => !there.has(code));
      return areas.length === 0 ? [] : [{ edit, areas }];
    }),
    sites: {
      bySurface: sites.filter(site => site.split === 'surface').length,
      byHand: sites.filter(site => site.split === 'hand').length,
    },
  };
}

/** Whether an edit is a drawn site whose parts follow from the areas. */
export const dividedBySurface = (edit: Edit): boolean =>
  'place' in edit && edit.place.kind === 'site' && edit.place.split === 'surface';

const positionsOf = ({ codes }: BaselineCounts) => new Map(codes.map((code, position) => [code, position]));

const scopedCodes = ({ codes, scope }: EvaluationSetting): string[] =>
  scope === null ? [...codes] : Array.from(scope, position => codes[position]!);

type Place = readonly [counts: BaselineCounts, position: number | undefined];

function changedArea(code: string, [before, was]: Place, [after, is]: Place): MovedArea[] {
  if (was === undefined || is === undefined) return [];
  const area = {
    code,
    socialBefore: before.group[was]!,
    totalBefore: before.total[was]!,
    socialAfter: after.group[is]!,
    totalAfter: after.total[is]!,
  };
  const same = Object.is(area.socialBefore, area.socialAfter) && Object.is(area.totalBefore, area.totalAfter);
  return same ? [] : [area];
}
