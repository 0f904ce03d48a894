import Papa from 'papaparse';
import type { AreaLevel } from '../../core/areas/types.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import { readSiteGeometry } from '../../core/scenario/geometry.ts';
import { dwellingsIn } from '../../core/scenario/homes.ts';
import type { SiteAsk } from '../../core/spreading/coupled/ask.ts';
import { type ListedSite, sitesFromRows } from '../../core/spreading/coupled/site-list.ts';
import type { Ground } from '../data/queries.ts';
import { partsOf } from '../scenario/siteEdits.ts';

/** What the field for a file of building sites takes. */
export const SITE_FILES = '.csv,.geojson,.json,text/csv,application/geo+json,application/json';

/** Features whose areas the server is asked for, one after the other. */
const MOST_LOCATED = 1_000;

/**
 * The building sites of a CSV or GeoJSON file, whole or not at all: columns or properties site, area, most, least, cost,
 * project_cost and from. A feature without an area lies in the one that has most of its ground.
 * @throws ProblemError as `sitesFromRows`, or naming the site that lies in no area.
 */
export async function sitesIn(file: File, ground: Ground, level: AreaLevel): Promise<SiteAsk[]> {
  const text = await file.text();
  if (!/^\s*\{/.test(text)) return listed(sitesFromRows(rowsOf(text)), async () => null);
  const features = featuresOf(text);
  const sites = sitesFromRows(features.map(({ properties }) => properties ?? {}));
  if (sites.filter(({ area }) => area === null).length > MOST_LOCATED) {
    throw new ProblemError(
      'too-large',
      `More than ${MOST_LOCATED} features have no area; give the property area.`,
    );
  }
  return listed(sites, async row => {
    const geometry = readSiteGeometry(features[row]!.geometry, `row ${row + 1}`);
    const parts = await partsOf(ground, level, geometry);
    return largest(parts);
  });
}

const largest = (parts: readonly { area: string; weight: number }[]): string | null =>
  parts.toSorted((one, other) => other.weight - one.weight)[0]?.area ?? null;

async function listed(
  sites: readonly ListedSite[],
  areaOf: (row: number) => Promise<string | null>,
): Promise<SiteAsk[]> {
  const found: SiteAsk[] = [];
  for (const [row, site] of sites.entries()) {
    const area = site.area ?? (await areaOf(row));
    if (area === null) {
      throw new ProblemError(
        'bad-input',
        `row ${row + 1}: site ${site.code} has no area and lies in none; give the area it lies in.`,
        { row: row + 1 },
      );
    }
    found.push({ ...site, area });
  }
  return found;
}

function rowsOf(text: string): Record<string, unknown>[] {
  const { data, errors } = Papa.parse<Record<string, unknown>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: header => header.trim().toLowerCase(),
  });
  // A file of one column has no delimiter to be found, which is no fault of it.
  const wrong = errors.find(({ code }) => code !== 'UndetectableDelimiter');
  if (wrong === undefined) return data;
  throw new ProblemError('bad-input', `row ${(wrong.row ?? 0) + 1}: ${wrong.message}`);
}

type Feature = { geometry: unknown; properties: Record<string, unknown> | null };

function featuresOf(text: string): Feature[] {
  let parsed: { features?: unknown };
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new ProblemError('bad-input', 'The file is no CSV and no JSON.', {}, error);
  }
  if (Array.isArray(parsed.features) && parsed.features.every(one => typeof one === 'object' && one !== null))
    return parsed.features as Feature[];
  throw new ProblemError('bad-input', 'This is no GeoJSON of sites: it must be a FeatureCollection.');
}

/** Projects of the scenario that are switched off, as sites with room for what they would build. */
export function idleProjects(edits: readonly Edit[]): SiteAsk[] {
  const sites = edits.flatMap(edit => {
    if (edit.kind !== 'build' || edit.enabled) return [];
    const most = dwellingsIn(edit.social);
    const name = edit.title || edit.id;
    if (edit.place.kind === 'site') {
      const area = largest(edit.place.parts);
      return area === null ? [] : [{ code: name, area, most }];
    }
    const { areas, split } = edit.place;
    const each = split === 'each' ? most : Math.ceil(most / areas.length);
    return areas.map(area => ({ code: areas.length === 1 ? name : `${name} ${area}`, area, most: each }));
  });
  const named = new Map<string, number>();
  return sites
    .filter(({ most }) => most > 0)
    .map(site => {
      const code = site.code.slice(0, 56);
      const times = (named.get(code) ?? 0) + 1;
      named.set(code, times);
      return { ...site, code: times === 1 ? code : `${code} (${times})` };
    });
}
