import type { WeightsChoice } from '../../../core/areas/weights-choice.ts';
import type { Kernel } from '../../../core/concentration/pairs.ts';
import type { DecimalSign } from '../../../server/readers/number.ts';

/** What a person asked of `cli concentration`, as the options were read. */
export type ConcentrationOptions = {
  id: string;
  social: string;
  total: string;
  indices?: string[];
  clamp?: true;
  sheet?: string;
  missing?: string[];
  decimal?: DecimalSign;
  crs?: number;
  crsMetric?: number;
  weights: WeightsChoice;
  radiusKm: number;
  decayPerKm: number;
  kernel: Kernel;
  cutoffKm?: number;
  centre?: { x: number; y: number };
  cityPart?: string;
  cityDensity?: number;
  hectares?: string;
  grid?: number;
  inference?: number;
  seed: number;
  interval: number;
  nullModel?: 'allocation' | 'places';
  lorenz?: true;
  format: 'json' | 'csv' | 'table';
};
