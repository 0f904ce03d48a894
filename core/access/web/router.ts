import type { Geometry, Position } from 'geojson';
import type { Attachment } from '../network/attach.ts';
import { edgePositions, partOf, positionAlong } from '../network/edge-shape.ts';
import { createSearch } from '../network/shortest-paths.ts';
import type { Walker } from '../network/walker.ts';

/** The way to a place: metres on foot, the straight ends to the street included; and, where it was asked for, its streets. */
export type Way = { place: number; metres: number; line: Position[] | null };

const NONE: ReadonlySet<number> = new Set();

/**
 * Finds the shortest ways between places over a network, from entrance to entrance. A place that lies off the network
 * (no street within MAX_OFF_M) is reached from nowhere; ask `isOn`.
 */
export function routerOf(walker: Walker, places: readonly Geometry[]) {
  const { network, cost, forward, backward } = walker.graph;
  const entrances = places.map(geometry => walker.entrances(geometry));
  const search = createSearch(forward);
  /** Entrances of later places by the junctions of their edges. */
  const at = new Map<number, { place: number; entrance: Attachment }[]>();
  entrances.forEach((each, place) => {
    for (const entrance of each)
      for (const junction of new Set([network.from[entrance.edge]!, network.to[entrance.edge]!])) {
        const list = at.get(junction);
        if (list === undefined) at.set(junction, [{ place, entrance }]);
        else list.push({ place, entrance });
      }
  });

  /** Metres along its edge from a junction at its end to an entrance; infinite against a one-way edge. */
  const inwards = ({ edge, along }: Attachment, junction: number): number => {
    const one = network.from[edge] === junction ? along : Infinity;
    const other =
      network.to[edge] === junction && network.oneWay[edge] === 0 ? cost[edge]! - along : Infinity;
    return Math.min(one, other);
  };

  /** The ways from a place to the later ones within `maxMetres`, each once; with the streets of those to `drawn`. */
  function waysFrom(place: number, maxMetres: number, drawn: ReadonlySet<number> = NONE): Way[] {
    const begins = entrances[place]!;
    search.begin(maxMetres);
    begins.forEach(({ edge, along, off }, k) => {
      search.start(network.to[edge]!, off + cost[edge]! - along, k);
      if (network.oneWay[edge] === 0) search.start(network.from[edge]!, off + along, k);
    });
    const best = new Map<number, { metres: number; junction: number; end: Attachment; begin: Attachment }>();
    const offer = (
      to: number,
      metres: number,
      junction: number,
      begin: Attachment,
      end: Attachment,
    ): void => {
      if (to <= place || !(metres <= maxMetres) || metres >= (best.get(to)?.metres ?? Infinity)) return;
      best.set(to, { metres, junction, end, begin });
    };
    for (const junction of search.run())
      for (const { place: to, entrance } of at.get(junction) ?? [])
        offer(
          to,
          search.metres[junction]! + inwards(entrance, junction) + entrance.off,
          junction,
          begins[search.source[junction]!]!,
          entrance,
        );
    // Two entrances on one stretch of street, without a junction between them.
    for (const begin of begins)
      for (const end of [network.from[begin.edge]!, network.to[begin.edge]!])
        for (const { place: to, entrance } of at.get(end) ?? []) {
          const backwards = entrance.along < begin.along;
          if (entrance.edge !== begin.edge || (backwards && network.oneWay[begin.edge] === 1)) continue;
          offer(to, begin.off + Math.abs(entrance.along - begin.along) + entrance.off, -1, begin, entrance);
        }
    return Array.from(best, ([to, { metres, junction, begin, end }]) => ({
      place: to,
      metres,
      line: !drawn.has(to)
        ? null
        : junction < 0
          ? along(begin.edge, begin.along, end.along)
          : lineTo(junction, begin, end),
    })).sort((a, b) => a.place - b.place);
  }

  /** The positions along an edge between two distances from its beginning, in the order they are walked. */
  function along(edge: number, from: number, to: number): Position[] {
    const whole = cost[edge]!;
    if (whole === 0 || from === to) return [positionAlong(network, edge, whole === 0 ? 0 : from / whole)];
    const line = partOf(edgePositions(network, edge), Math.min(from, to) / whole, Math.max(from, to) / whole);
    return from <= to ? line : line.reverse();
  }

  /** Follows the search back from the junction beside an entrance to the place it began at. */
  function lineTo(last: number, begin: Attachment, end: Attachment): Position[] {
    const stretches: Position[][] = [
      along(
        end.edge,
        network.from[end.edge] === last && inwards(end, last) === end.along ? 0 : cost[end.edge]!,
        end.along,
      ),
    ];
    const seen = new Set<number>();
    let here = last;
    for (;;) {
      seen.add(here);
      const before = arcInto(here, seen);
      if (before === null) break;
      const { edge, from } = before;
      stretches.push(
        along(
          edge,
          network.from[edge] === from ? 0 : cost[edge]!,
          network.from[edge] === from ? cost[edge]! : 0,
        ),
      );
      here = from;
    }
    const outTo = network.to[begin.edge] === here ? cost[begin.edge]! : 0;
    const other = network.from[begin.edge] === here ? begin.along : Infinity;
    // A loop begins and ends at one junction: the shorter way out.
    const out = outTo > 0 && cost[begin.edge]! - begin.along <= other ? outTo : 0;
    stretches.push(along(begin.edge, begin.along, out));
    return joined(stretches.reverse());
  }

  /** The arc by which the search came to a junction; null where it began there. */
  function arcInto(junction: number, seen: ReadonlySet<number>): { edge: number; from: number } | null {
    const { metres, source } = search;
    const by = source[junction]!;
    for (let arc = backward.starts[junction]!; arc < backward.starts[junction + 1]!; arc++) {
      const from = backward.heads[arc]!;
      if (seen.has(from) || source[from] !== by) continue;
      if (metres[from]! + backward.costs[arc]! === metres[junction])
        return { edge: backward.edges[arc]!, from };
    }
    return null;
  }

  return { isOn: (place: number): boolean => entrances[place]!.length > 0, waysFrom };
}

/** One line of stretches, without the positions in which they meet twice. */
function joined(stretches: readonly Position[][]): Position[] {
  const line: Position[] = [];
  for (const position of stretches.flat()) {
    const last = line.at(-1);
    if (last === undefined || last[0] !== position[0] || last[1] !== position[1]) line.push(position);
  }
  return line;
}
