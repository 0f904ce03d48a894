import { ProblemError } from '../../core/problem.ts';
import {
  type Catchment,
  MAX_CATCHMENTS,
  withCatchment,
  withoutCatchment,
} from '../../core/scenario/catchments.ts';
import type { SiteGeometry } from '../../core/scenario/geometry.ts';
import { type Begun, type Shape, startDrawing } from '../drawing/drawing.ts';
import { scenarioOf, setParameters } from '../scenario/steps.ts';

type Of = Pick<Catchment, 'function' | 'school'>;

/** Changes the catchments of a scenario: one step that can be undone. */
function revise(scenario: string, revised: (list: readonly Catchment[]) => Catchment[]): void {
  const document = scenarioOf(scenario);
  if (document === null) return;
  const { catchments = [], ...others } = document.parameters;
  const next = revised(catchments);
  // A scenario with more could not be read back.
  if (next.length > MAX_CATCHMENTS)
    throw new ProblemError(
      'too-large',
      `There would be ${next.length} catchments and ${MAX_CATCHMENTS} is the most; remove some first.`,
      { catchments: next.length, maximum: MAX_CATCHMENTS },
    );
  setParameters(scenario, next.length === 0 ? others : { ...others, catchments: next });
}

export const removeCatchment = (scenario: string, of: Of) =>
  revise(scenario, list => withoutCatchment(list, of));

/** Each in the place of the one that its school had. */
export const takeCatchments = (scenario: string, drawn: readonly Catchment[]) =>
  revise(scenario, list => drawn.reduce<Catchment[]>((so, one) => withCatchment(so, one), [...list]));

/** Draws the catchment of a school on the map; the one that it had is replaced. */
export function drawCatchment(
  scenario: string,
  { function: wanted, school }: Of,
  shape: Shape,
  { title, begun }: { title: string; begun?: Begun | undefined },
): void {
  startDrawing({
    ...{ kind: 'draw', scenario, shape, edit: null, title, begun },
    catchment: { function: wanted, school },
    take: async (geometry: SiteGeometry) => {
      if (geometry.type !== 'Point') takeCatchments(scenario, [{ function: wanted, school, geometry }]);
    },
  });
}
