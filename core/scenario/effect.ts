import type { Edit } from './edit.ts';
import { dwellingsIn } from './homes.ts';
import { areasOf, dividedOver, type Place } from './place.ts';

/** What an edit adds to the counts of areas, one cell an area; negative where it takes away. */
export type Effect = { areas: readonly string[]; social: Float64Array; total: Float64Array };

const none: Effect = { areas: [], social: new Float64Array(0), total: new Float64Array(0) };
const effects = new WeakMap<Edit, Effect>();

/** The effect of an edit on dwellings, whether it is switched on or not; worked out once, as edits are immutable. */
export function effectOf(edit: Edit): Effect {
  const known = effects.get(edit);
  if (known) return known;
  const made = workOut(edit);
  effects.set(edit, made);
  return made;
}

function workOut(edit: Edit): Effect {
  switch (edit.kind) {
    case 'build':
      return inPlace(edit.place, dwellingsIn(edit.social), edit.private);
    case 'demolish':
      return negative(inPlace(edit.place, dwellingsIn(edit.social), edit.private));
    case 'convert': {
      const social = dividedOver(edit.place, dwellingsIn(edit.social));
      return { areas: areasOf(edit.place), social, total: new Float64Array(social.length) };
    }
    case 'move': {
      const dwellings = dwellingsIn(edit.social);
      const counts = Float64Array.of(-dwellings, dwellings);
      return { areas: [edit.from, edit.to], social: counts, total: counts };
    }
    default:
      return none;
  }
}

/** Social and private dwellings are divided apart, so that each adds up to what was filled in. */
function inPlace(place: Place, social: number, others: number): Effect {
  const socialThere = dividedOver(place, social);
  const total = dividedOver(place, others);
  for (let i = 0; i < total.length; i++) total[i]! += socialThere[i]!;
  return { areas: areasOf(place), social: socialThere, total };
}

const negative = ({ areas, social, total }: Effect): Effect => ({
  areas,
  social: social.map(count => -count),
  total: total.map(count => -count),
});
