import type { Points } from '../distances.ts';
import type { Joined } from '../network/attach.ts';
import type { AreaChildren, SettledAreas } from '../settled.ts';
import { type Newcomers, sitePoints } from './new-children.ts';

export type Peopled = { settled: SettledAreas; children: AreaChildren };

/**
 * Areas with the children who come with new dwellings: those of whole areas are added to who lives there, those of a
 * drawn site stand on its points as an area of their own, behind the others, with the child-poverty index of the area
 * that it lies in (area −1: not known). Numbers are kept: all children are those there are and those who come.
 * @param joinOf where points join the network, where the settled ones do
 */
export function withNewcomers(
  { settled, children }: Peopled,
  newcomers: readonly Newcomers[],
  joinOf: (points: Points) => Joined | null,
): Peopled {
  const all = children.all.slice();
  const sites: { points: Points; from: Newcomers }[] = [];
  for (const one of newcomers) {
    if (!(one.children > 0)) continue;
    if (one.site === null) all[one.area] = (Number.isNaN(all[one.area]) ? 0 : all[one.area]!) + one.children;
    else sites.push({ points: sitePoints(one.site), from: one });
  }
  const columns = (of: (points: Points) => Float64Array) => sites.map(({ points }) => of(points));
  const points: Points = {
    lon: joined(Float64Array, [settled.points.lon, ...columns(({ lon }) => lon)]),
    lat: joined(Float64Array, [settled.points.lat, ...columns(({ lat }) => lat)]),
  };
  const starts = [...settled.starts];
  for (const { points: here } of sites) starts.push(starts.at(-1)! + here.lon.length);
  const more = settled.joined ? sites.map(site => joinOf(site.points)) : [];
  return {
    settled: {
      points,
      starts: Int32Array.from(starts),
      weight: joined(Float64Array, [settled.weight, ...columns(({ lon }) => lon.map(() => 1))]),
      ...(settled.joined && more.every(each => each !== null)
        ? { joined: joinedTogether([settled.joined, ...more]) }
        : {}),
    },
    children: {
      all: joined(Float64Array, [all, Float64Array.from(sites, ({ from }) => from.children)]),
      deprivedShare:
        children.deprivedShare &&
        joined(Float64Array, [
          children.deprivedShare,
          Float64Array.from(sites, ({ from }) => children.deprivedShare![from.area] ?? Number.NaN),
        ]),
    },
  };
}

function joinedTogether(parts: readonly Joined[]): Joined {
  const column = (of: (part: Joined) => Float64Array) => joined(Float64Array, parts.map(of));
  return {
    edge: joined(
      Int32Array,
      parts.map(({ edge }) => edge),
    ),
    along: column(({ along }) => along),
    off: column(({ off }) => off),
    lon: column(({ lon }) => lon),
    lat: column(({ lat }) => lat),
  };
}

function joined<T extends Int32Array | Float64Array>(make: new (size: number) => T, parts: readonly T[]): T {
  const all = new make(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
