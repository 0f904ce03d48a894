import { Type } from 'typebox';
import { FIGURE_UNITS } from '../../../../../core/scenario/figures.ts';
import { Nullable, OneOf } from '../shapes.ts';

const Value = Nullable(Type.Number());

/** What stands in a file beside what it comes to now; see `checkResults`. */
export const CheckedResults = Type.Object(
  {
    equal: Type.Boolean(),
    differences: Type.Array(
      Type.Object({
        id: Type.String(),
        unit: OneOf(FIGURE_UNITS),
        moment: OneOf(['before', 'after', 'difference']),
        inFile: Value,
        now: Value,
        by: Value,
      }),
    ),
    unknown: Type.Array(Type.String(), { description: 'Figures of the file that are not computed here' }),
    releaseChanged: Type.Boolean(),
    versionChanged: Type.Boolean(),
    computedAt: Type.String(),
    version: Type.String(),
  },
  { description: 'Of a file with results: these, computed again and compared' },
);
