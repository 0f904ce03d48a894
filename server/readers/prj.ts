/** A node of well-known text: `KEYWORD["text", 1.5, CHILD[…]]`. */
type WktNode = { keyword: string; args: (string | number | WktNode)[] };

/** Names of coordinate systems as ESRI, OGC and QGIS write them, folded by `foldName`. */
const EPSG_BY_NAME: Readonly<Record<string, number>> = {
  belge_lambert_1972: 31370,
  belge_1972_belgian_lambert_72: 31370,
  belge_1972_belge_lambert_72: 31370,
  bd72_belgian_lambert_72: 31370,
  belgian_lambert_72: 31370,
  etrs_1989_belgian_lambert_2008: 3812,
  etrs89_belgian_lambert_2008: 3812,
  belge_lambert_2008: 3812,
  belgian_lambert_2008: 3812,
  gcs_wgs_1984: 4326,
  wgs_1984: 4326,
  wgs_84: 4326,
  wgs_84_crs84: 4326,
  wgs_84_lon_lat: 4326,
  gcs_etrs_1989: 4258,
  etrs89: 4258,
  british_national_grid: 27700,
  osgb_1936_british_national_grid: 27700,
  osgb36_british_national_grid: 27700,
  rd_new: 28992,
  amersfoort_rd_new: 28992,
  rgf_1993_lambert_93: 2154,
  rgf93_lambert_93: 2154,
  rgf93_v1_lambert_93: 2154,
  wgs_1984_web_mercator_auxiliary_sphere: 3857,
  wgs_1984_web_mercator: 3857,
  wgs_84_pseudo_mercator: 3857,
  etrs_1989_laea: 3035,
  etrs89_laea_europe: 3035,
  etrs89_extended_laea_europe: 3035,
};

/** EPSG code of zone 0; zones are added to it. */
const UTM_BASES: readonly (readonly [datum: RegExp, north: number, south: number | null])[] = [
  [/^wgs_(?:19)?84_utm_zone_/, 32600, 32700],
  [/^etrs_?(?:19)?89_utm_zone_/, 25800, null],
  [/^(?:european_datum_1950|european_1950|ed_?(?:19)?50)_utm_zone_/, 23000, null],
];

const ESRI_WEB_MERCATOR = [102100, 102113];

/**
 * The EPSG code of a .prj file (OGC WKT 1 or 2, or ESRI's dialect, which carries no code): by the authority of the
 * root, else by its name, else, for the two Belgian Lamberts, by their parameters. Null for any other.
 */
export function epsgOfPrj(text: string): number | null {
  const root = parseWkt(text);
  if (root === null) return null;
  return epsgOfAuthority(root) ?? epsgOfName(String(root.args[0] ?? '')) ?? epsgOfParameters(root);
}

function epsgOfAuthority(root: WktNode): number | null {
  const authority = children(root, /^(?:AUTHORITY|ID)$/)[0];
  if (authority === undefined) return null;
  const code = Number(authority.args[1]);
  if (authority.args[0] === 'ESRI' && ESRI_WEB_MERCATOR.includes(code)) return 3857;
  return authority.args[0] === 'EPSG' && Number.isInteger(code) ? code : null;
}

function epsgOfName(name: string): number | null {
  const folded = foldName(name);
  if (Object.hasOwn(EPSG_BY_NAME, folded)) return EPSG_BY_NAME[folded]!;
  const zone = /_utm_zone_(\d{1,2})([ns])$/.exec(folded);
  if (zone === null) return null;
  for (const [datum, north, south] of UTM_BASES) {
    if (!datum.test(folded)) continue;
    const base = zone[2] === 'n' ? north : south;
    return base === null ? null : base + Number(zone[1]);
  }
  return null;
}

/** Both Lamberts share projection and parallels (NGI, "Lambert 72" and "Lambert 2008"); the false easting tells them apart. */
function epsgOfParameters(root: WktNode): number | null {
  const projection = foldName(String(children(root, /^PROJECTION$/)[0]?.args[0] ?? ''));
  if (!projection.startsWith('lambert_conformal_conic')) return null;
  const values = new Map(
    children(root, /^PARAMETER$/).map(({ args }) => [foldName(String(args[0])), Number(args[1])] as const),
  );
  const parallels = [values.get('standard_parallel_1') ?? 0, values.get('standard_parallel_2') ?? 0].sort();
  if (Math.abs(parallels[0]! - 49.833_333) > 1e-4 || Math.abs(parallels[1]! - 51.166_667) > 1e-4) return null;
  const falseEasting = values.get('false_easting') ?? 0;
  if (Math.abs(falseEasting - 150_000) < 1) return 31370;
  return Math.abs(falseEasting - 649_328) < 1 ? 3812 : null;
}

/** `ETRS89 / UTM zone 31N` → `etrs89_utm_zone_31n`. */
function foldName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '');
}

function children(node: WktNode, keyword: RegExp): WktNode[] {
  return node.args.filter(arg => typeof arg === 'object').filter(child => keyword.test(child.keyword));
}

/** Null for text that is no WKT. */
function parseWkt(text: string): WktNode | null {
  const tokens = text.match(/"(?:[^"]|"")*"|[[\](),]|[^[\](),"\s]+/g) ?? [];
  const stack: WktNode[] = [];
  let root: WktNode | null = null;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const following = tokens[index + 1];
    if (following === '[' || following === '(') {
      const node: WktNode = { keyword: token.toUpperCase(), args: [] };
      stack.at(-1)?.args.push(node);
      stack.push(node);
      root ??= node;
      index++;
    } else if (token === ']' || token === ')') {
      stack.pop();
    } else if (token !== ',') {
      stack.at(-1)?.args.push(scalar(token));
    }
  }
  return root;
}

function scalar(token: string): string | number {
  if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
  const number = Number(token);
  return Number.isNaN(number) ? token : number;
}
