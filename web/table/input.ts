import { useMemo } from 'react';
import { codePositions } from '../../core/areas/hierarchy.ts';
import type { AreaColumns } from '../data/columns.ts';
import { scenarioColumn } from '../layers/shown.ts';
import { useEvaluation } from '../scenario/evaluation.tsx';
import { useScene } from '../state/scene.tsx';
import type { Column, TableInput } from './rows.ts';

/** What the table shows of the areas, and in which columns. */
export function useTableInput(areas: AreaColumns): { input: TableInput; columns: readonly Column[] } {
  const { values, inside, columns: byLevel, indicator } = useScene();
  const evaluated = useEvaluation();
  return useMemo(() => {
    const parents = areas.parentLevel === null ? undefined : byLevel.get(areas.parentLevel);
    const parentName = (index: number): string => {
      const code = areas.parentCodes[index] ?? null;
      if (code === null) return '';
      const at = parents === undefined ? undefined : codePositions(parents).get(code);
      return at === undefined ? code : (parents?.names[at] ?? code);
    };
    const size = areas.codes.length;
    const scenario = evaluated.result !== null;
    const input: TableInput = {
      areas,
      values: values?.value.length === size ? values : undefined,
      inside: inside.length === size ? inside : new Uint8Array(size).fill(1),
      parentName,
      after: scenario ? scenarioColumn(evaluated, size, 'after') : null,
      difference: scenario ? scenarioColumn(evaluated, size, 'difference') : null,
    };
    const shown: Column[] = ['name'];
    if (areas.parentLevel !== null) shown.push('parent');
    shown.push('value');
    if (scenario) shown.push('after', 'difference');
    if (indicator.kind !== 'count') shown.push('numerator');
    if (indicator.kind === 'ratio') shown.push('denominator');
    return { input, columns: shown };
  }, [areas, values, inside, byLevel, indicator, evaluated]);
}
