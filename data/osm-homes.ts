/** Which elements of OpenStreetMap tell where people live: tags of the OSM wiki (Key:addr, Key:building, Tag:landuse=residential). */
export type HomeRules = {
  /** Tag that an address has. */
  address: string;
  /** Keys of what is no home though it has an address: a shop with people above it has theirs in an element of its own. */
  notAtHome: readonly string[];
  /** Values of `building` that people live in. */
  buildings: readonly string[];
  /** Values of `building` that say nothing about its use: one with an address counts as that address. */
  unknownBuildings: readonly string[];
  /** Tag with the storeys of a building, which count its floor; one storey where it is not told. */
  storeys: string;
  /** Values of `landuse` on which people live. */
  land: readonly string[];
};

export const osmHomes: HomeRules = {
  address: 'addr:housenumber',
  notAtHome: ['amenity', 'shop', 'office', 'craft', 'industrial', 'tourism', 'leisure', 'healthcare'],
  buildings: [
    'house',
    'detached',
    'semidetached_house',
    'terrace',
    'bungalow',
    'apartments',
    'residential',
    'dormitory',
    'cabin',
    'farm',
    'houseboat',
    'static_caravan',
    'tree_house',
  ],
  unknownBuildings: ['yes', 'mixed', 'mixed_use'],
  storeys: 'building:levels',
  land: ['residential'],
};
