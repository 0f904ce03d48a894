import Type, { type Static } from 'typebox';
import { SurfaceSchema } from './geometry.ts';

/** Most catchments of one scenario; each home is looked for in all of them. */
export const MAX_CATCHMENTS = 200;

/** A drawn area whose pupils go to one school, by its id as in the facilities: `source/key`. */
export const CatchmentSchema = Type.Object(
  {
    /** What the school is for: one building may be two schools. */
    function: Type.String({ pattern: '^[a-z][a-z0-9_]{0,40}$' }),
    school: Type.String({ minLength: 1, maxLength: 200 }),
    geometry: SurfaceSchema,
  },
  { additionalProperties: false },
);
export type Catchment = Static<typeof CatchmentSchema>;

const isOf = (one: Pick<Catchment, 'function' | 'school'>, other: Pick<Catchment, 'function' | 'school'>) =>
  one.function === other.function && one.school === other.school;

/** The list with this catchment in the place of the one that its school had. */
export const withCatchment = (list: readonly Catchment[], drawn: Catchment): Catchment[] => {
  const at = list.findIndex(one => isOf(one, drawn));
  return at === -1 ? [...list, drawn] : list.with(at, drawn);
};

export const withoutCatchment = (
  list: readonly Catchment[],
  gone: Pick<Catchment, 'function' | 'school'>,
): Catchment[] => list.filter(one => !isOf(one, gone));
