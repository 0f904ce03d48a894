import proj4 from 'proj4';
import { ProblemError } from '../problem.ts';

/** Between WGS84 degrees (longitude, latitude) and metres in one coordinate system. */
export type Projection = {
  epsg: number;
  /** Degrees to metres: [longitude, latitude] → [easting, northing]. */
  forward: (lon: number, lat: number) => [number, number];
  /** Metres to degrees. */
  inverse: (x: number, y: number) => [number, number];
};

const NATIONAL: Readonly<Record<number, string>> = {
  // Belgian Lambert 72, with the seven parameters from Belgian Datum 1972 to WGS84.
  31370:
    '+proj=lcc +lat_0=90 +lon_0=4.36748666666667 +lat_1=51.1666672333333 +lat_2=49.8333339 +x_0=150000.013 +y_0=5400088.438 +ellps=intl +towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747 +units=m +no_defs',
  // Belgian Lambert 2008.
  3812: '+proj=lcc +lat_0=50.797815 +lon_0=4.35921583333333 +lat_1=49.8333333333333 +lat_2=51.1666666666667 +x_0=649328 +y_0=665262 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
  // British National Grid.
  27700:
    '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs',
  // Dutch RD New.
  28992:
    '+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel +towgs84=565.417,50.3319,465.552,-0.398957,0.343988,-1.8774,4.0725 +units=m +no_defs',
  // French Lambert 93.
  2154: '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
};

/** Coordinate systems in degrees, in which nothing may be measured. */
const GEOGRAPHIC: ReadonlySet<number> = new Set([4258, 4313, 4326, 4979]);

export function isGeographic(epsg: number): boolean {
  return GEOGRAPHIC.has(epsg);
}

/**
 * Projection of an EPSG code: 31370, 3812, 27700, 28992, 2154, UTM on WGS84 (326zz, 327zz) and on ETRS89
 * (25828–25838). Throws ProblemError `bad-parameter` for a code in degrees, for Web Mercator and for one that is not known.
 */
export function projectionOf(epsg: number): Projection {
  if (isGeographic(epsg)) {
    throw new ProblemError(
      'bad-parameter',
      `EPSG:${epsg} is in degrees, in which nothing can be measured; choose a metric one such as 3812 or a UTM zone.`,
      { epsg },
    );
  }
  const definition = NATIONAL[epsg] ?? utmDefinition(epsg);
  if (definition === null) {
    throw new ProblemError(
      'bad-parameter',
      `EPSG:${epsg} is not known here; choose ${Object.keys(NATIONAL).join(', ')} or a UTM zone (32601–32660, 32701–32760, 25828–25838).`,
      { epsg },
    );
  }
  const converter = proj4('+proj=longlat +datum=WGS84 +no_defs', definition);
  return {
    epsg,
    forward: (lon, lat) => converter.forward([lon, lat]),
    inverse: (x, y) => converter.inverse([x, y]),
  };
}

/** Whether distances can be measured in a coordinate system as it is. */
export function isMetric(epsg: number): boolean {
  return NATIONAL[epsg] !== undefined || utmDefinition(epsg) !== null;
}

/** Web Mercator stretches distances by 1.6 in Flanders: files come in it, but nothing is measured in it. */
const WEB_MERCATOR = 3857;

/**
 * Longitude and latitude of coordinates in a system in degrees, in Web Mercator, or in one of `projectionOf`.
 * ProblemError `bad-parameter` for any other.
 */
export function toDegreesFrom(epsg: number): (x: number, y: number) => [number, number] {
  if (isGeographic(epsg)) return (x, y) => [x, y];
  if (epsg !== WEB_MERCATOR) return projectionOf(epsg).inverse;
  const converter = proj4('EPSG:4326', 'EPSG:3857');
  return (x, y) => converter.inverse([x, y]);
}

/** EPSG code of the UTM zone (WGS84) of a point in degrees. */
export function utmEpsg(lon: number, lat: number): number {
  const zone = Math.min(60, Math.floor((lon + 180) / 6) + 1);
  return (lat < 0 ? 32700 : 32600) + zone;
}

function utmDefinition(epsg: number): string | null {
  const family = Math.floor(epsg / 100);
  const zone = epsg % 100;
  if (family === 258 && zone >= 28 && zone <= 38) {
    return `+proj=utm +zone=${zone} +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs`;
  }
  if ((family === 326 || family === 327) && zone >= 1 && zone <= 60) {
    return `+proj=utm +zone=${zone}${family === 327 ? ' +south' : ''} +datum=WGS84 +units=m +no_defs`;
  }
  return null;
}
