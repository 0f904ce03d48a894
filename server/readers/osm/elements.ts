export type OsmTags = Readonly<Record<string, string>>;

/** A point, WGS84 degrees; `tags` is null for the many that only give a way its shape. */
export type OsmNode = { type: 'node'; id: number; lon: number; lat: number; tags: OsmTags | null };

/** A line or a ring through nodes, by their ids. */
export type OsmWay = { type: 'way'; id: number; nodes: readonly number[]; tags: OsmTags | null };

export type OsmMember = { type: 'node' | 'way' | 'relation'; id: number; role: string };

/** A group of elements, such as a multipolygon with its outer and inner ways. */
export type OsmRelation = {
  type: 'relation';
  id: number;
  members: readonly OsmMember[];
  tags: OsmTags | null;
};

export type OsmElement = OsmNode | OsmWay | OsmRelation;

/** `way 4711`, as a person finds it on openstreetmap.org. */
export const osmName = ({ type, id }: Pick<OsmElement, 'type' | 'id'>): string => `${type} ${id}`;
