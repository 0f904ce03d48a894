import { Type } from 'typebox';
import { FIGURE_DIRECTIONS, FIGURE_UNITS } from '../../../../../core/scenario/figures.ts';
import { Nullable, OneOf, Texts } from '../shapes.ts';

const Value = Nullable(Type.Number());

/** Every figure of the live panel as one list; see `panelFigures`. */
export const PanelFigures = Type.Array(
  Type.Object({
    id: Type.String({ description: 'Stable; of an index its own id' }),
    title: Texts,
    unit: OneOf(FIGURE_UNITS),
    direction: OneOf(FIGURE_DIRECTIONS),
    before: Value,
    after: Value,
    difference: Value,
  }),
  { description: 'Every figure of the live panel; null where there is no value' },
);
