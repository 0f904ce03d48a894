import type { Allocation } from './types.ts';

/** A plan between two aims. */
export type FrontierPoint = {
  allocation: Allocation;
  values: [first: number, second: number];
  /**
   * `supported`: some weighing of both aims makes it best; `exact`: no plan betters it in both; `bounded`: with the second
   * aim at most as high, no plan has a first one lower than by `gap`.
   */
  proof: 'supported' | 'exact' | 'bounded';
  /** In parts of the first value; 0 where it is proven. */
  gap: number;
};

/** A plan with the sums that the search compares. */
export type Found = { allocation: Allocation; sums: [number, number] };
