import { codePositions } from '../../core/areas/hierarchy.ts';
import { useScene } from '../state/scene.tsx';

/** What the part of the region that is looked at is called. */
export function useScopeName(): string {
  const { scope, columns, region } = useScene();
  if (scope === null) return region.title;
  const table = columns.get(scope.level);
  const index = table === undefined ? undefined : codePositions(table).get(scope.code);
  return index === undefined ? scope.code : (table?.names[index] ?? scope.code);
}
