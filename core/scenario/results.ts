import type { ScenarioDocument, ScenarioResults } from './document.ts';
import type { FigureUnit, PanelFigure } from './figures.ts';

/** When, on what and by which program figures were computed. */
export type Computed = { release: string; version: string; figures: readonly PanelFigure[] };

/** What a scenario comes to, for its file; `now` is an ISO instant in UTC. */
export function resultsOf(
  { parameters }: Pick<ScenarioDocument, 'parameters'>,
  { release, version, figures }: Computed,
  now: string,
): ScenarioResults {
  return {
    release,
    computedAt: now,
    version,
    parameters,
    figures: figures.map(({ id, unit, before, after, difference }) => ({
      id,
      unit,
      before,
      after,
      difference,
    })),
  };
}

/** A number in a file that is another one when it is computed again; null is no value. */
export type ResultDifference = {
  id: string;
  unit: FigureUnit;
  moment: 'before' | 'after' | 'difference';
  inFile: number | null;
  now: number | null;
  /** now − in the file; null where one of the two has no value. */
  by: number | null;
};

export type ResultsCheck = {
  /** Every figure of the file was computed again and is the same. */
  equal: boolean;
  differences: ResultDifference[];
  /** Ids of figures of the file that this program does not compute; nobody vouches for them. */
  unknown: string[];
  /** What may explain a difference; with neither, file or edits were changed outside Buurtbalans. */
  releaseChanged: boolean;
  versionChanged: boolean;
  /** From the file. */
  computedAt: string;
  version: string;
};

/** Numbers of two processors that agree to so many parts are the same number. */
const PRECISION = 1e-9;

function same(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) <= PRECISION * Math.max(1, Math.abs(one), Math.abs(other));
}

/** Compares the results in a file with the same scenario computed again. */
export function checkResults(results: ScenarioResults, computed: Computed): ResultsCheck {
  const now = new Map(computed.figures.map(figure => [figure.id, figure]));
  const differences = results.figures.flatMap(figure => {
    const here = now.get(figure.id);
    if (here === undefined) return [];
    return (['before', 'after', 'difference'] as const).flatMap((moment): ResultDifference[] => {
      const inFile = figure[moment];
      const again = here[moment];
      if (same(inFile, again)) return [];
      const by = inFile === null || again === null ? null : again - inFile;
      return [{ id: figure.id, unit: here.unit, moment, inFile, now: again, by }];
    });
  });
  const unknown = results.figures.filter(figure => !now.has(figure.id)).map(figure => figure.id);
  return {
    equal: differences.length === 0 && unknown.length === 0,
    differences,
    unknown,
    releaseChanged: results.release !== computed.release,
    versionChanged: results.version !== computed.version,
    computedAt: results.computedAt,
    version: results.version,
  };
}

/** A scenario without the results its file came with: they are those of the file, and the next edit makes them wrong. */
export function withoutResults({ results: _, ...scenario }: ScenarioDocument): ScenarioDocument {
  return scenario;
}
