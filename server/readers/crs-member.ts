/** A name of a coordinate system is short; the patterns below are not for megabytes. */
const MAX_NAME_LENGTH = 200;

/**
 * The EPSG code of GeoJSON's old `crs` member (GeoJSON 2008, section 3): `{ type: "name", properties: { name } }`
 * with an OGC URN, a URL, `EPSG:n` or CRS84. Null for a link, for null and for a name without an EPSG code.
 */
export function epsgOfCrsMember(member: unknown): number | null {
  const { type, properties } = (member ?? {}) as {
    type?: unknown;
    properties?: { name?: unknown; code?: unknown } | null;
  };
  if (type === 'EPSG') return positiveInteger(properties?.code);
  const name = properties?.name;
  if (typeof name !== 'string' || name.length > MAX_NAME_LENGTH) return null;
  if (/\bCRS84$/.test(name)) return 4326;
  const code = /EPSG(?:[:/#][\w.]*)*?[:/#](\d+)$/i.exec(name) ?? /epsg\.xml#(\d+)$/i.exec(name);
  return code ? positiveInteger(code[1]) : null;
}

function positiveInteger(value: unknown): number | null {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : null;
}
