import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { listDuplicates } from '../../../server/corrections/duplicates.ts';
import { recordCorrection } from '../../../server/corrections/record.ts';
import type { Database } from '../../../server/database/types.ts';
import { runImport } from '../../../server/imports/run.ts';
import type { FacilityMap } from '../../../server/imports/types.ts';
import { openFile } from '../../../server/readers/registry.ts';
import type { OpenedFile } from '../../../server/readers/types.ts';
import { currentRelease } from '../../../server/releases/catalogue.ts';
import { readFacilities } from '../../../server/releases/facilities.ts';
import { describeOnDatabases } from '../../database.ts';
import { fileWith, sourceOf } from './fixtures.ts';

const folder = process.env.REAL_DATA_DIR ?? '';

type GentRecord = {
  globalid: string;
  naam: string;
  functies: string | null;
  geo_point_2d: { lon: number; lat: number };
};

/** Playgrounds as OpenStreetMap would have them: a node each, of the name given. */
const osmOf = (places: readonly { name: string; lon: number; lat: number }[]): string =>
  `<osm version="0.6">${places
    .map(
      ({ name, lon, lat }, i) =>
        `<node id="${i + 1}" version="1" lat="${lat}" lon="${lon}"><tag k="leisure" v="playground"/><tag k="name" v="${name}"/></node>`,
    )
    .join('')}</osm>`;

/** The expected counts come from the publishers' files themselves, counted with jq. */
describe.skipIf(folder === '')(
  'Lists of places as cities publish them (left out without REAL_DATA_DIR)',
  () => {
    describeOnDatabases('Gent and Greater Manchester', open => {
      let database: Database;
      beforeAll(async () => {
        database = await open();
      });
      const importing = (region: string, sourceId: string, file: OpenedFile, map: FacilityMap | string) =>
        runImport(database, {
          ...{ region, message: sourceId },
          steps: [{ kind: 'facilities', file, sourceId, map, source: sourceOf(sourceId) }],
        });
      const ofFunction = async (region: string, version: string): Promise<Record<string, number>> => {
        const { rows } = await sql<{ id: string; count: number }>`
        select id, count(*)::int as count
        from current_release c
        join release_items i on i.release = c.release and i.region = ${region} and i.item_key = ${version}
        join facilities f on f.region = i.region and f.version = i.dataset_version, unnest(f.functions) as id
        group by id`.execute(database.kysely);
        return Object.fromEntries(rows.map(({ id, count }) => [id, count]));
      };
      const shown = async (region: string): Promise<string[]> => {
        const ids: string[] = [];
        const release = (await currentRelease(database))!;
        for await (const { sourceId, key } of readFacilities(database, release, region))
          ids.push(`${sourceId}/${key}`);
        return ids;
      };

      it('Gent: 207 play spaces; 14 that name no function count as play, 23 are for sport alone', async () => {
        const file = await openFile(join(folder, 'gent/speelterreinen_gent.geojson'));
        expect((await importing('gent', 'gent', file, 'gent')).report).toEqual([]);
        expect(await ofFunction('gent', 'facilities/gent')).toEqual({
          ...{ play: 184, meeting: 44, sport: 77 },
          // Whatever is for sport or for meeting is for recreation: 95 name a word of one of the two.
          recreation: 95,
        });
      });

      it('Gent beside OpenStreetMap: the same ten places are found, and merging them leaves each once', async () => {
        const records = JSON.parse(
          readFileSync(join(folder, 'gent/speelterreinen-gent_2022_records.json'), 'utf8'),
        ) as GentRecord[];
        // The city's other edition of the list has a point for each; every fifteenth with play equipment stands in for
        // what somebody mapped there.
        const mapped = records
          .filter(({ functies }) => functies?.includes('speeltoestellen'))
          .filter((_, i) => i % 15 === 0)
          .slice(0, 10);
        const text = osmOf(mapped.map(({ naam, geo_point_2d }) => ({ name: naam, ...geo_point_2d })));
        await importing('gent', 'osm', await fileWith('gent.osm', text), 'osm');
        const pairs = await listDuplicates(database, (await currentRelease(database))!, 'gent');
        const certain = pairs.slice(0, 10).map(({ facilities }) => [...facilities].sort());
        const expected = mapped.map(({ globalid }, i) => [`gent/${globalid}`, `osm/node/${i + 1}`]);
        expect(certain.sort()).toEqual(expected.sort());
        expect(await shown('gent')).toHaveLength(217);
        for (const [facility, duplicate] of expected)
          await recordCorrection(database, 'gent', {
            ...{ action: 'merge', author: 'An', reason: 'zelfde plek' },
            ...{ facility: facility!, duplicate: duplicate! },
          });
        expect((await shown('gent')).toSorted()).toEqual(
          records.map(({ globalid }) => `gent/${globalid}`).toSorted(),
        );
      });

      it('the next edition of Gent keeps the merges', async () => {
        const text = readFileSync(join(folder, 'gent/speelterreinen_gent.geojson'), 'utf8');
        const edition = text.replace('"naam": "Victoria regiapark"', '"naam": "Victoria Regiapark"');
        expect(edition).not.toBe(text);
        await importing('gent', 'gent', await fileWith('2023.geojson', edition), 'gent');
        expect(await shown('gent')).toHaveLength(207);
      });

      it('Greater Manchester: libraries, sports places and schools with their places', async () => {
        const at = (name: string) => openFile(join(folder, 'greater-manchester', name));
        await importing('gm', 'libraries', await at('gm_libraries.geojson'), 'english-libraries');
        // One run by a high school and one point where books are fetched are no places to meet.
        expect(await ofFunction('gm', 'facilities/libraries')).toEqual({ library: 141, meeting: 139 });
        await importing('gm', 'sports', await at('sports_facilities.geojson'), 'sport-england');
        // Without 37 fitness gyms, 21 studios and 9 golf courses.
        expect(await ofFunction('gm', 'facilities/sports')).toEqual({ sport: 314, recreation: 247 });
        await importing('gm', 'schools', await at('trafford_schools_and_colleges.geojson'), {
          ...{ key: 'unique_reference_number', name: 'name', defaultFunctions: ['primary_school'] },
          attributes: {
            ...{ capacity: 'capacity', minAge: 'lowest_admission_age', maxAge: 'highest_admission_age' },
          },
        });
        const { rows } = await sql<{ schools: number; told: number; places: number }>`
        select count(*)::int as schools, count(attributes -> 'capacity')::int as told,
          sum((attributes ->> 'capacity')::int)::int as places
        from facilities where region = 'gm' and 'primary_school' = any(functions)`.execute(database.kysely);
        expect(rows).toEqual([{ schools: 103, told: 99, places: 46_124 }]);
      });
    });
  },
);
