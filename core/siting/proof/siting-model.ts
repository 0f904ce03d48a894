import type { LinearModel } from '../../solver/types.ts';

/** A choice of candidates as the solver takes it; the first columns are the candidates. */
export type SitingModel = {
  linear: LinearModel;
  candidates: number;
  /** All columns, for a set of candidates within the rules. */
  columnsOf: (members: readonly number[]) => Float64Array;
};

/** The candidates that columns of the solver choose. */
export const chosenBy = ({ candidates }: SitingModel, columns: Float64Array): number[] =>
  Array.from({ length: candidates }, (_, j) => j).filter(j => columns[j] === 1);
