/** Before and after for every area of the scope, one cell each; dwellings, NaN nowhere. */
export type EvaluatedAreas = {
  /** Area index of each cell. */
  index: Int32Array;
  socialBefore: Float64Array;
  totalBefore: Float64Array;
  socialAfter: Float64Array;
  totalAfter: Float64Array;
};
