/** Sources and layers of the drawing tool begin with this; the map's own style leaves them alone. */
export const DRAWING_PREFIX = 'drawing';
