import type { BedroomMix } from '../../../core/spreading/bedrooms.ts';
import type { Way } from '../../../core/spreading/plan-by.ts';
import type { DecimalSign } from '../../../server/readers/number.ts';

/** What a person asked that ties areas together, as the options were read. */
export type CouplingOptions = {
  budget?: number;
  cost?: string;
  costPerDwelling?: number;
  costPerProject?: number;
  maxProjects?: number;
  familyShare?: number;
  familyPerArea?: number;
  familyCost?: number;
  perYear?: number[];
  availableFrom?: string;
  playMetres?: string;
  playNorm?: number;
  playCost?: number;
  meetingMetres?: string;
  childPoverty?: string;
  sites?: string;
  seconds: number;
  gap: number;
};

/** What a person asked of `cli spread`, as the options were read. */
export type SpreadOptions = CouplingOptions & {
  id: string;
  social: string;
  total: string;
  dwellings: number;
  dwellingsMost?: number;
  way: Way;
  objective: string;
  capacity?: string;
  perArea?: number;
  minProject?: number;
  maxShare?: number;
  quota?: string;
  partOf?: string;
  locked?: string[];
  frontier?: string;
  points: number;
  exact?: true;
  bedrooms?: BedroomMix;
  prices?: number;
  clamp?: true;
  sheet?: string;
  missing?: string[];
  decimal?: DecimalSign;
  crs?: number;
  format: 'json' | 'geojson' | 'csv';
};
