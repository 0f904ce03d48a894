import Flatbush from 'flatbush';
import { distanceTo, shapesOf } from '../../../core/access/shape.ts';
import type { FileRecord } from '../../readers/types.ts';
import type { FacilityOrigin } from '../../releases/types.ts';

const tagsOf = ({ properties }: FileRecord) => (properties.origin as FacilityOrigin).osm.tags;

/** A swing or a slide that is mapped by itself. */
const isEquipment = (record: FileRecord): boolean => {
  const tags = tagsOf(record);
  return tags.playground !== undefined && tags.leisure === undefined && tags.amenity === undefined;
};

/** Leaves out equipment that stands in a play space of the same file, which it is a part of and no place beside. */
export function withoutEquipment(records: readonly FileRecord[]): FileRecord[] {
  const spaces = records
    .filter(record => !isEquipment(record) && String(record.properties.functions).split(',').includes('play'))
    .flatMap(({ geometry }) => (geometry === null ? [] : shapesOf(geometry, (lon, lat) => [lon, lat])))
    .filter(({ filled }) => filled);
  if (spaces.length === 0) return [...records];
  const tree = new Flatbush(spaces.length);
  for (const { box } of spaces) tree.add(...box);
  tree.finish();
  return records.filter(record => {
    if (!isEquipment(record) || record.geometry?.type !== 'Point') return true;
    const [lon = 0, lat = 0] = record.geometry.coordinates;
    return !tree.search(lon, lat, lon, lat).some(at => distanceTo(spaces[at]!, lon, lat) === 0);
  });
}
