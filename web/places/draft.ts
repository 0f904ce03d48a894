import type { Feature } from 'geojson';
import {
  ATTRIBUTE_IDS,
  type AttributeId,
  agesFault,
  readAttribute,
} from '../../core/facilities/attributes.ts';
import { middleOf } from '../../core/facilities/moved.ts';
import { attributesOf, functionsOf, nameOf } from '../layers/facilities.ts';
import { type Spot, spotIn, spotText } from '../scenario/coordinates.ts';

/** A place as it stands in the form: texts as they were typed. */
export type Draft = {
  name: string;
  functions: readonly string[];
  area: string;
  where: string;
  attributes: Readonly<Record<AttributeId, string>>;
};

export function draftOf(place: Feature | null): Draft {
  const known: Record<string, unknown> = place === null ? {} : attributesOf(place);
  const attributes = Object.fromEntries(ATTRIBUTE_IDS.map(id => [id, String(known[id] ?? '')]));
  const area: unknown = place?.properties?.areaM2;
  return {
    name: place === null ? '' : (nameOf(place) ?? ''),
    functions: place === null ? ['play'] : functionsOf(place),
    area: typeof area === 'number' ? String(Math.round(area)) : '',
    where: place === null ? '' : spotText(spotOf(place)),
    attributes: attributes as Record<AttributeId, string>,
  };
}

export function spotOf(place: Feature): Spot {
  const [lon, lat] = middleOf(place.geometry);
  return { lon, lat };
}

export type DraftFault = 'where' | 'functions' | 'area' | 'ages' | AttributeId;

/** What cannot be so, in the order of the form. */
export function faultsOf(draft: Draft): DraftFault[] {
  const faults: DraftFault[] = [];
  if (draft.functions.length === 0) faults.push('functions');
  if (spotIn(draft.where) === null) faults.push('where');
  if (draft.area !== '' && !(areaIn(draft.area) > 0)) faults.push('area');
  const read: Record<string, unknown> = {};
  for (const id of ATTRIBUTE_IDS) {
    const reading = readAttribute(id, draft.attributes[id]);
    if ('fault' in reading) faults.push(id);
    else read[id] = reading.value;
  }
  if (agesFault(read) !== null) faults.push('ages');
  return faults;
}

const areaIn = (text: string): number => Number(text.replace(',', '.'));

/** What was changed, as the API takes it; a new place says everything that was filled in. Empty for nothing. */
export function changesOf(draft: Draft, before: Draft, isNew: boolean): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  if (draft.name.trim() !== before.name) changes.name = draft.name.trim() === '' ? null : draft.name.trim();
  if (isNew || [...draft.functions].sort().join() !== [...before.functions].sort().join()) {
    changes.functions = draft.functions;
  }
  if (draft.area !== before.area) changes.areaM2 = draft.area === '' ? null : areaIn(draft.area);
  const spot = spotIn(draft.where);
  if (spot !== null && draft.where !== before.where) Object.assign(changes, spot);
  const attributes = Object.fromEntries(
    ATTRIBUTE_IDS.filter(id => draft.attributes[id] !== before.attributes[id]).map(id => [
      id,
      draft.attributes[id] === '' ? null : draft.attributes[id],
    ]),
  );
  if (Object.keys(attributes).length > 0) changes.attributes = attributes;
  return changes;
}
