/** Smallest box around coordinates, in the units of their CRS. */
export type Bounds = { minX: number; minY: number; maxX: number; maxY: number };

/** A CRS with the box in which its coordinates can lie (the extent of use in the EPSG registry, widened a little). */
type CrsWindow = Bounds & { epsg: number; title: string };

/** In the order in which a guess tries them: the narrow windows of the Low Countries first. */
const PROJECTED: readonly CrsWindow[] = [
  { epsg: 31370, title: 'Belgian Lambert 72', minX: 0, minY: 10_000, maxX: 305_000, maxY: 260_000 },
  { epsg: 3812, title: 'Belgian Lambert 2008', minX: 500_000, minY: 500_000, maxX: 810_000, maxY: 760_000 },
  { epsg: 28992, title: 'Amersfoort RD New', minX: -10_000, minY: 285_000, maxX: 305_000, maxY: 640_000 },
  {
    epsg: 27700,
    title: 'British National Grid',
    minX: -10_000,
    minY: -20_000,
    maxX: 700_000,
    maxY: 1_300_000,
  },
  { epsg: 25831, title: 'ETRS89 UTM 31N', minX: 160_000, minY: 4_000_000, maxX: 840_000, maxY: 6_000_000 },
  { epsg: 2154, title: 'RGF93 Lambert-93', minX: 0, minY: 6_000_000, maxX: 1_330_000, maxY: 7_250_000 },
  {
    epsg: 3857,
    title: 'Web Mercator',
    minX: -20_037_509,
    minY: -20_048_967,
    maxX: 20_037_509,
    maxY: 20_048_967,
  },
];

/** The order of EPSG:4258 and CRS84 in files is longitude, latitude, as in RFC 7946. */
const GEOGRAPHIC: readonly number[] = [4326, 4258, 4267, 4269, 4313];

function within(bounds: Bounds, window: Bounds): boolean {
  return (
    bounds.minX >= window.minX &&
    bounds.maxX <= window.maxX &&
    bounds.minY >= window.minY &&
    bounds.maxY <= window.maxY
  );
}

const DEGREES: Bounds = { minX: -180, minY: -90, maxX: 180, maxY: 90 };

/** Western and central Europe with latitude given first; as it stands it would lie off Somalia. */
const SWAPPED_EUROPE: Bounds = { minX: 42, minY: -12, maxX: 72, maxY: 30 };

/** CRSs in which coordinates within these bounds are plausible, most likely first. */
export function plausibleCrs(bounds: Bounds): readonly { epsg: number; title: string }[] {
  if (within(bounds, DEGREES)) return [{ epsg: 4326, title: 'WGS84' }];
  return PROJECTED.filter(window => within(bounds, window));
}

function guessText(bounds: Bounds): string {
  const [best, second] = plausibleCrs(bounds);
  if (best === undefined) return 'no CRS known here fits; give the right one with --crs';
  // The narrow windows lie inside the wide ones, so a second guess is only worth naming for the wide ones.
  const other = second !== undefined && best.epsg === 2154 ? ` or EPSG:${second.epsg} (${second.title})` : '';
  return `looks like EPSG:${best.epsg} (${best.title})${other}, give --crs ${best.epsg}`;
}

function pair(bounds: Bounds): string {
  const short = (value: number) => String(Number(value.toFixed(Math.abs(value) < 1000 ? 4 : 0)));
  return `(${short(bounds.minX)}, ${short(bounds.minY)})`;
}

/**
 * What is wrong with coordinates in a CRS, as a sentence with the way out, or null.
 * `certain` is true when a person named the CRS, which overrules the suspicion of swapped axes.
 */
export function crsProblem(bounds: Bounds, epsg: number, certain: boolean): string | null {
  if (GEOGRAPHIC.includes(epsg)) {
    if (!within(bounds, DEGREES)) {
      const swapped: Bounds = { minX: bounds.minY, minY: bounds.minX, maxX: bounds.maxY, maxY: bounds.maxX };
      if (within(swapped, DEGREES)) {
        return `coordinates such as ${pair(bounds)} have latitude before longitude: swap them`;
      }
      return `coordinates such as ${pair(bounds)} are not degrees: ${guessText(bounds)}`;
    }
    if (!certain && within(bounds, SWAPPED_EUROPE)) {
      return `coordinates such as ${pair(bounds)} seem to have latitude before longitude: swap them, or give --crs ${epsg} if they lie in the Indian Ocean`;
    }
    return null;
  }
  const window = PROJECTED.find(entry => entry.epsg === epsg);
  if (window !== undefined) {
    if (within(bounds, window) && !(epsg === 3857 && within(bounds, DEGREES))) return null;
    return `coordinates such as ${pair(bounds)} do not lie in EPSG:${epsg} (${window.title}): ${guessText(bounds)}`;
  }
  return within(bounds, DEGREES)
    ? `coordinates such as ${pair(bounds)} are degrees and not EPSG:${epsg}: ${guessText(bounds)}`
    : null;
}

/**
 * The CRS of a file: what a person said, what the file declares, degrees, or the one projected CRS that fits.
 * `assumed` says that it was guessed. A GeoJSON file without a declaration is WGS84 by RFC 7946, section 4.
 */
export function chooseEpsg(
  given: number | undefined,
  declared: number | null,
  format: string,
  first: Bounds,
): { epsg: number; certain: boolean; assumed: boolean } {
  if (given !== undefined) return { epsg: given, certain: true, assumed: false };
  if (declared !== null) return { epsg: declared, certain: false, assumed: false };
  if (format === 'geojson') return { epsg: 4326, certain: false, assumed: false };
  const [best] = plausibleCrs(first);
  return { epsg: best?.epsg ?? 4326, certain: false, assumed: best !== undefined && best.epsg !== 4326 };
}
