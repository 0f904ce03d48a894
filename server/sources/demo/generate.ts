import type { Position } from 'geojson';
import { type DemoSettings, demoNames } from '../../../data/demo.ts';
import { characterise } from './character.ts';
import { placeFacilities } from './facilities.ts';
import { nameAreas } from './names.ts';
import { layNetwork } from './network.ts';
import { objectiveRows } from './objective.ts';
import { makeOutliner } from './outline.ts';
import { AGE_GROUPS, people as peopleOf, type SectorPeople } from './people.ts';
import { openPlots } from './plots.ts';
import { placeSites } from './sites.ts';
import { tenureRows } from './tenure.ts';
import { divideLand, type Territory } from './territory.ts';
import type { ChildPovertyRow, ChildrenRow, DemoArea, DemoRegion } from './types.ts';

/**
 * Makes the demo region: a province that does not exist. The same settings give the same region on every
 * machine. Takes about two seconds; coordinates are WGS84 with seven decimals.
 */
export function generateDemo(settings: DemoSettings): DemoRegion {
  const territory = divideLand(settings);
  const outline = makeOutliner(settings, territory);
  const characters = characterise(settings, territory, outline);
  const people = peopleOf(settings, territory, characters);
  const names = nameAreas(settings.seed, territory);
  const codes = codesOf(territory);
  const plots = openPlots(territory, outline);
  const edges = layNetwork(settings, territory, characters, outline);
  const facilities = placeFacilities({ settings, territory, characters, people, names, plots });
  const sites = placeSites(settings, territory, characters, names, plots);

  const area = (
    code: string,
    name: string,
    parentCode: string | null,
    coordinates: Position[][],
  ): DemoArea => ({
    code,
    name,
    parentCode,
    geometry: { type: 'Polygon', coordinates },
  });
  const { municipalities, neighbourhoods, sectors } = territory;
  const province = territory.municipalityOf.map(municipality => (municipality === -1 ? -1 : 0));
  const outlines = {
    municipality: outline.polygons(territory.municipalityOf, municipalities.length),
    neighbourhood: outline.polygons(territory.neighbourhoodOf, neighbourhoods.length),
    sector: outline.polygons(territory.sectorOf, sectors.length),
  };
  const neighbourhoodOf = sectors.map(sector => codes.neighbourhoods[sector.neighbourhood]!);
  const municipalityOf = sectors.map(sector => codes.municipalities[sector.municipality]!);
  const housing = people.flatMap(({ dwellings, social, households }, i) =>
    settings.years.map((year, y) => ({
      code: codes.sectors[i]!,
      year,
      dwellings: dwellings[y]!,
      social: social[y]!,
      households: households[y]!,
    })),
  );
  return {
    areas: {
      province: [area(codes.province, demoNames.province, null, outline.polygons(province, 1)[0]!)],
      municipality: municipalities.map((_, i) =>
        area(codes.municipalities[i]!, names.municipalities[i]!, codes.province, outlines.municipality[i]!),
      ),
      neighbourhood: neighbourhoods.map(({ municipality }, i) =>
        area(
          codes.neighbourhoods[i]!,
          names.neighbourhoods[i]!,
          codes.municipalities[municipality]!,
          outlines.neighbourhood[i]!,
        ),
      ),
      sector: sectors.map((_, i) =>
        area(codes.sectors[i]!, names.sectors[i]!, neighbourhoodOf[i]!, outlines.sector[i]!),
      ),
    },
    housing,
    ...objectiveRows(settings, housing, new Map(codes.sectors.map((code, i) => [code, municipalityOf[i]!]))),
    tenure: tenureRows(settings, characters, people, codes.sectors),
    childPoverty: {
      // Only the sectors' own figures have holes: a publisher sums what it knows itself.
      sector: povertyRows(settings, people, codes.sectors).map(row => {
        const missing = people[codes.sectors.indexOf(row.code)]!.povertyMissing;
        return missing ? { ...row, births: null, deprived: null } : row;
      }),
      neighbourhood: povertyRows(settings, people, neighbourhoodOf),
      municipality: povertyRows(settings, people, municipalityOf),
    },
    children: {
      sector: childrenRows(settings, people, codes.sectors),
      neighbourhood: childrenRows(settings, people, neighbourhoodOf),
      municipality: childrenRows(settings, people, municipalityOf),
    },
    facilities,
    edges,
    sites,
  };
}

/**
 * Codes in the layout of the real ones and in none of their ranges: province 90000, municipalities 90001…,
 * neighbourhoods 90001A, sectors 90001A00- (always nine characters).
 */
function codesOf({ municipalities, neighbourhoods, sectors }: Territory) {
  const ofMunicipality = municipalities.map((_, i) => String(90001 + i));
  const nextLetter = municipalities.map(() => 0);
  const ofNeighbourhood = neighbourhoods.map(({ municipality }) => {
    const letter = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[nextLetter[municipality]!++]!;
    return ofMunicipality[municipality]! + letter;
  });
  const nextSector = neighbourhoods.map(() => 0);
  const ofSector = sectors.map(({ neighbourhood }) => {
    const number = String(nextSector[neighbourhood]!++).padStart(2, '0');
    return `${ofNeighbourhood[neighbourhood]!}${number}-`;
  });
  return {
    province: '90000',
    municipalities: ofMunicipality,
    neighbourhoods: ofNeighbourhood,
    sectors: ofSector,
  };
}

/** Births per area and year; `codeOf` is the area of every sector. */
function povertyRows(
  settings: DemoSettings,
  people: readonly SectorPeople[],
  codeOf: readonly string[],
): ChildPovertyRow[] {
  return settings.years.flatMap((year, y) => {
    const births = sumBy(
      codeOf,
      people.map(sector => sector.births[y]!),
    );
    const deprived = sumBy(
      codeOf,
      people.map(sector => sector.deprived[y]!),
    );
    return [...births].map(([code, n]) => ({ code, year, births: n, deprived: deprived.get(code)! }));
  });
}

/** Children per area, year and age group, with a row for all ages. */
function childrenRows(
  settings: DemoSettings,
  people: readonly SectorPeople[],
  codeOf: readonly string[],
): ChildrenRow[] {
  return settings.years.flatMap((year, y) => {
    const all = sumBy(
      codeOf,
      people.map(sector => sector.children[y]!.reduce((sum, n) => sum + n, 0)),
    );
    const groups = AGE_GROUPS.map((_, group) =>
      sumBy(
        codeOf,
        people.map(sector => sector.children[y]![group]!),
      ),
    );
    return [...all].flatMap(([code, children]) => [
      { code, year, age: '', children },
      ...AGE_GROUPS.map(({ label }, group) => ({
        code,
        year,
        age: label,
        children: groups[group]!.get(code)!,
      })),
    ]);
  });
}

function sumBy(codes: readonly string[], counts: readonly number[]): Map<string, number> {
  const sums = new Map<string, number>();
  codes.forEach((code, i) => {
    sums.set(code, (sums.get(code) ?? 0) + counts[i]!);
  });
  return sums;
}
