import { CLASS_METHODS } from '../../core/areas/classes.ts';
import type { AreaLevel, AreaRef } from '../../core/areas/types.ts';
import { isAreaLevel } from '../../core/areas/types.ts';
import type {
  Camera,
  ClassMethod,
  CompareSort,
  CompareView,
  Language,
  Place,
  ReachView,
  Shown,
  VersusView,
  View,
} from './view.ts';
import {
  COMPARE_COLUMNS,
  COMPARED_THEMES,
  initialView,
  MOST_DRAWS,
  MOST_SEED,
  PLACE_AGES,
  REACH_LAYERS,
  VERSUS_KINDS,
} from './view.ts';

/** More codes than this make an address that servers and mail programs cut; they go to the history entry. */
export const codesInAddress = 60;

const places: readonly string[] = ['map', 'scenario', 'compare', 'data', 'places'];
const shownOnes: readonly string[] = ['before', 'after', 'difference', 'marginal'];

/** `level:code`; a code may itself hold a colon. */
function parseRef(text: string | null): AreaRef | null {
  const cut = text?.indexOf(':') ?? -1;
  if (text === null || cut < 1 || cut === text.length - 1) return null;
  const level = text.slice(0, cut);
  return isAreaLevel(level) ? { level, code: text.slice(cut + 1) } : null;
}

const refText = (ref: AreaRef) => `${ref.level}:${ref.code}`;

function parseCamera(text: string | null): Camera | null {
  const [lat, lon, zoom] = (text ?? '').split('/').map(Number);
  if (lat === undefined || lon === undefined || zoom === undefined) return null;
  const good = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && zoom >= 0 && zoom <= 22;
  return good ? { lat, lon, zoom } : null;
}

/** Codes with commas are written with escapes; one that cannot be read back is no code of ours. */
function parseCodes(text: string): string[] {
  try {
    return text
      .split(',')
      .filter(code => code !== '')
      .map(decodeURIComponent);
  } catch {
    return [];
  }
}

function parseSelection(text: string | null): View['selection'] {
  const ref = parseRef(text);
  const codes = ref === null ? [] : parseCodes(ref.code);
  return ref === null || codes.length === 0 ? null : { level: ref.level, codes };
}

function parseClasses(text: string | null): { method: ClassMethod; classCount: number } {
  const [method = '', count = ''] = (text ?? '').split('-');
  const classCount = Number(count);
  return {
    method: (CLASS_METHODS as readonly string[]).includes(method)
      ? (method as ClassMethod)
      : initialView.method,
    classCount: classCount >= 5 && classCount <= 7 ? classCount : initialView.classCount,
  };
}

function parseSort(text: string | null): CompareSort {
  const [name = '', way] = (text ?? '').split('-');
  const column = COMPARE_COLUMNS.find(one => one === name);
  return column === undefined ? initialView.sort : { column, down: way !== 'up' };
}

function parseWhole(text: string | null, least: number, most: number): number | null {
  const value = Number(text ?? '');
  return text !== null && Number.isInteger(value) && value >= least && value <= most ? value : null;
}

/** What the comparison asks, from the same address as everything else. */
function parseCompare(query: URLSearchParams): CompareView {
  const of = query.get('of');
  const density = Number(query.get('city') ?? '');
  return {
    of: of !== null && isAreaLevel(of) ? of : null,
    index: query.get('index') ?? initialView.index,
    sort: parseSort(query.get('sort')),
    cityDensity: density > 0 && Number.isFinite(density) ? density : null,
    draws: parseWhole(query.get('draws'), 1, MOST_DRAWS) ?? initialView.draws,
    seed: parseWhole(query.get('seed'), 0, MOST_SEED) ?? initialView.seed,
    clamp: query.get('clamp') === '1',
  };
}

function parseReach(query: URLSearchParams): ReachView {
  const functions = query.get('for');
  const ages = query.get('ages');
  return {
    about: COMPARED_THEMES.find(one => one === query.get('about')) ?? initialView.about,
    reachLayer: REACH_LAYERS.find(one => one === query.get('reach')) ?? null,
    norm: /^[a-z0-9_]{1,40}$/.exec(query.get('norm') ?? '')?.[0] ?? initialView.norm,
    reachFunctions: functions === null ? null : functions.split(',').filter(id => /^[a-z_]+$/.test(id)),
    withinM: parseWhole(query.get('within'), 0, 10_000),
    minAreaM2: parseWhole(query.get('surface'), 0, 10_000_000),
    webWithinM: parseWhole(query.get('web'), 50, 10_000),
    placeAges: PLACE_AGES.find(one => one === query.get('age')) ?? null,
    ages: ages !== null && /^(all|\d{1,3}-\d{1,3})$/.test(ages) ? ages : null,
  };
}

/** An id as scenarios have; anything else in an address is what is now. */
const parseSide = (text: string | null): string | null =>
  text !== null && /^[A-Za-z0-9_-]{1,64}$/.test(text) ? text : null;

function parseVersus(query: URLSearchParams): VersusView {
  const kind = query.get('versus');
  return {
    versus: VERSUS_KINDS.find(one => one === kind) ?? initialView.versus,
    left: parseSide(query.get('left')),
    right: parseSide(query.get('right')),
    split: parseWhole(query.get('split'), 0, 100) ?? initialView.split,
  };
}

/** Reads an address; what it does not know or cannot read falls back to the start state, never to an error. */
export function parseView(search: string): View {
  const query = new URLSearchParams(search);
  const one = <T extends string>(name: string, allowed: readonly string[], otherwise: T): T => {
    const value = query.get(name);
    return value !== null && allowed.includes(value) ? (value as T) : otherwise;
  };
  const level = query.get('level');
  const year = Number(query.get('year'));
  return {
    place: one<Place>('place', places, initialView.place),
    release: query.get('release'),
    region: query.get('region'),
    scope: parseRef(query.get('scope')),
    level: level !== null && isAreaLevel(level) ? (level as AreaLevel) : null,
    year: Number.isInteger(year) && year > 1800 && year < 3000 ? year : null,
    indicator: query.get('indicator') ?? initialView.indicator,
    ...parseClasses(query.get('classes')),
    facilities: (query.get('facilities') ?? '').split(',').filter(name => name !== ''),
    pinned: parseRef(query.get('area')),
    selection: parseSelection(query.get('sel')),
    camera: parseCamera(query.get('at')),
    scenario: query.get('scenario'),
    shown: one<Shown>('show', shownOnes, initialView.shown),
    table: query.get('table') === '1',
    language: one<Language>('lang', ['nl', 'en'], initialView.language),
    ...parseCompare(query),
    ...parseReach(query),
    ...parseVersus(query),
  };
}

const cameraText = (camera: Camera) =>
  `${camera.lat.toFixed(5)}/${camera.lon.toFixed(5)}/${camera.zoom.toFixed(2)}`;

const sortText = ({ column, down }: CompareSort) => `${column}-${down ? 'down' : 'up'}`;

/** Writes the address of a view; what equals the start state is left out so that links stay short. */
export function viewAddress(view: View): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | null | false) => {
    if (value !== null && value !== false && value !== '') query.set(name, value);
  };
  put('place', view.place !== 'map' && view.place);
  put('release', view.release);
  put('region', view.region);
  put('scope', view.scope && refText(view.scope));
  put('level', view.level);
  put('year', view.year === null ? null : String(view.year));
  put('indicator', view.indicator !== initialView.indicator && view.indicator);
  const classes = `${view.method}-${view.classCount}`;
  put('classes', classes !== `${initialView.method}-${initialView.classCount}` && classes);
  put('facilities', view.facilities.join(','));
  put('area', view.pinned && refText(view.pinned));
  if (view.selection !== null && view.selection.codes.length <= codesInAddress) {
    put('sel', `${view.selection.level}:${view.selection.codes.map(encodeURIComponent).join(',')}`);
  }
  put('scenario', view.scenario);
  put('show', view.shown !== initialView.shown && view.shown);
  put('table', view.table && '1');
  put('lang', view.language !== initialView.language && view.language);
  put('of', view.of);
  put('index', view.index !== initialView.index && view.index);
  const sort = sortText(view.sort);
  put('sort', sort !== sortText(initialView.sort) && sort);
  put('city', view.cityDensity === null ? null : String(view.cityDensity));
  put('draws', view.draws !== initialView.draws && String(view.draws));
  put('seed', view.seed !== initialView.seed && String(view.seed));
  put('clamp', view.clamp && '1');
  put('about', view.about !== initialView.about && view.about);
  put('reach', view.reachLayer);
  put('norm', view.norm !== initialView.norm && view.norm);
  put('for', view.reachFunctions?.join(',') ?? null);
  put('within', view.withinM === null ? null : String(view.withinM));
  put('surface', view.minAreaM2 === null ? null : String(view.minAreaM2));
  put('ages', view.ages);
  put('web', view.webWithinM === null ? null : String(view.webWithinM));
  put('age', view.placeAges);
  put('versus', view.versus);
  put('left', view.left);
  put('right', view.right);
  put('split', view.split !== initialView.split && String(view.split));
  put('at', view.camera && cameraText(view.camera));
  const text = query.toString();
  return text === '' ? '?' : `?${text}`;
}
