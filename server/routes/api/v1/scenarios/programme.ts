import { Type } from 'typebox';
import { CHILD_AGES } from '../../../../../core/scenario/children.ts';
import type { Homes } from '../../../../../core/scenario/homes.ts';
import { HOME_SIZES } from '../../../../../core/scenario/homes.ts';
import { PROBLEM_KINDS } from '../../../../../core/scenario/problems.ts';
import { Nullable, OneOf } from '../shapes.ts';

const Dwellings = Type.Integer({ minimum: 0 });

const HomesBySize = Type.Unsafe<Homes>({
  type: 'object',
  additionalProperties: { type: 'integer' },
  description: `Dwellings by number of bedrooms: ${HOME_SIZES.join(', ')}; a size without dwellings is left out`,
});

/** What the edits that are switched on build and take away. */
export const ProgrammeFigures = Type.Object({
  newSocial: HomesBySize,
  builtSocial: Dwellings,
  convertedSocial: Dwellings,
  demolishedSocial: Dwellings,
  renovatedSocial: Dwellings,
  builtPrivate: Dwellings,
  demolishedPrivate: Dwellings,
  familyShare: Nullable(
    Type.Number({ description: 'Part of the new social dwellings of specified size that is for families' }),
  ),
  children: Type.Object({
    byAge: Type.Unsafe<Record<(typeof CHILD_AGES)[number], number>>({
      type: 'object',
      additionalProperties: { type: 'number' },
      description: `Children by the scenario's own coefficients; without those, how many have a room (no expectation). Ages in years: ${CHILD_AGES.join(', ')}`,
    }),
    total: Type.Number(),
    unspecifiedDwellings: Dwellings,
  }),
});

export const ScenarioProblems = Type.Array(
  Type.Object({
    kind: OneOf(PROBLEM_KINDS),
    edits: Type.Array(Type.String(), { description: 'Ids of the edits it is about' }),
    areas: Type.Array(Type.String(), { description: 'Codes of the areas it is about' }),
    facility: Type.Optional(Type.String({ description: 'The place that the release lacks, source/key' })),
    dwellings: Type.Optional(Type.Number({ description: 'New dwellings in the area' })),
    capacity: Type.Optional(Type.Number({ description: 'The most there is room for' })),
  }),
  { description: 'What a planner should look at; the figures are computed all the same' },
);
