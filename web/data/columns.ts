import { areasFromWire, valuesFromWire } from '../../core/areas/columns.ts';
import type { AreaTable, ValueColumns } from '../../core/areas/types.ts';
import type { AreaColumnsAnswer, DatasetSource, ValuesAnswer } from './types.ts';

/** Areas as core wants them, with the boxes that the map needs besides. */
export type AreaColumns = AreaTable & { bbox: AreaColumnsAnswer['bbox'] };

export type Values = ValueColumns & {
  aggregatedFrom: ValuesAnswer['aggregatedFrom'];
  source: DatasetSource | null;
  release: string;
};

export function areaColumns(answer: AreaColumnsAnswer): AreaColumns {
  return { ...areasFromWire(answer), bbox: answer.bbox };
}

export function valueColumns(answer: ValuesAnswer): Values {
  const { columns, aggregatedFrom, source, release } = answer;
  return { ...valuesFromWire({ ...answer, category: null }, columns), aggregatedFrom, source, release };
}
