export type OsmTags = Readonly<Record<string, string>>;

/** How often an element was changed, where the file tells; an upload must name the version that it changes. */
type Versioned = { version?: number };

/** A point, WGS84 degrees; `tags` is null for the many that only give a way its shape. */
export type OsmNode = Versioned & {
  type: 'node';
  id: number;
  lon: number;
  lat: number;
  tags: OsmTags | null;
};

/** A line or a ring through nodes, by their ids. */
export type OsmWay = Versioned & {
  type: 'way';
  id: number;
  nodes: readonly number[];
  tags: OsmTags | null;
};

export type OsmMember = { type: 'node' | 'way' | 'relation'; id: number; role: string };

/** A group of elements, such as a multipolygon with its outer and inner ways. */
export type OsmRelation = Versioned & {
  type: 'relation';
  id: number;
  members: readonly OsmMember[];
  tags: OsmTags | null;
};

export type OsmElement = OsmNode | OsmWay | OsmRelation;

/** `way 4711`, as a person finds it on openstreetmap.org. */
export const osmName = ({ type, id }: Pick<OsmElement, 'type' | 'id'>): string => `${type} ${id}`;
