import type { AimSearch, SitingAim } from '../aims.ts';
import { every } from './all.ts';
import { longest } from './centre.ts';
import { cover } from './cover.ts';
import { median } from './median.ts';

/** The search behind each aim. */
export const searches: Record<SitingAim, AimSearch> = { cover, median, centre: longest, all: every };
