import type { SupplyAnswer, SupplyQuestion } from '../../../../releases/access/supply.ts';
import type { Release } from '../../../../releases/types.ts';
import { accessOrigin } from './views.ts';

/** Supply by area and by place as the API and the command line tell it. */
export function supplyView(
  release: Release,
  { region: _region, level: _level, detour: _detour, ...asked }: SupplyQuestion,
  answer: SupplyAnswer,
  codes: readonly string[],
) {
  const { item, indices, known, supply, scoped } = answer;
  const { counted, exactAges, areasWithout } = scoped;
  const { outOfReach, unused, concentration } = supply;
  return {
    ...accessOrigin(release, answer),
    ...{ level: item.level, vintage: item.vintage, areasHash: item.hash },
    ...asked,
    ...{ counted, exactAges, areasWithout, outOfReach, unused, concentration },
    ...{ places: answer.placesCounted, placesWithout: answer.placesWithout },
    totals: supply.groups,
    columns: {
      code: Array.from(indices, index => codes[index]!),
      index: [...indices],
      children: Array.from(indices, (_, k) => (known[k] === 0 ? null : supply.children[k]!)),
      supply: Array.from(indices, (_, k) => (known[k] === 0 ? null : supply.supply[k]!)),
      per_child: Array.from(indices, (_, k) =>
        supply.children[k]! > 0 ? supply.supply[k]! / supply.children[k]! : null,
      ),
    },
    supplying: answer.places.map(({ place, ...numbers }) => ({ id: place.id, name: place.name, ...numbers })),
  };
}
